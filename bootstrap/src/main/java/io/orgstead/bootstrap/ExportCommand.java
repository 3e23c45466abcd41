package io.orgstead.bootstrap;

import io.orgstead.application.OrganizationManagement;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.extendedjson.ExtendedJson;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Writes an organization's documents, a line each. */
final class ExportCommand implements Command {

    private static final String OUTPUT = "--output";
    private static final int BUFFER = 64 * 1024;

    private final InstantSource clock;

    ExportCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create()
                .name("export")
                .addOption(StoreCommand.organizationOption(true, "the organization's name"))
                .addOption(StoreCommand.textOption(
                        OUTPUT, "FILE", false, "the file to write; without it: standard output"));
        spec.usageMessage()
                .description(
                        "write an organization's documents as Extended JSON, a line each (NDJSON), as GET /org/export"
                                + " does. An embedded store must not be in use by a server");
        return spec;
    }

    @Override
    public int run(Invocation invocation) throws InvalidSettingsException, IOException {
        LogFormat.useForCommand();
        OrganizationName name = StoreCommand.requiredName(invocation);
        Optional<Path> file = StoreCommand.text(invocation, OUTPUT).map(Path::of);
        return StoreCommand.run(invocation, StoreCommand.Purpose.READ, clock, management -> {
            Principal admin = StoreCommand.admin(management, name);
            if (file.isEmpty()) {
                write(management, admin, invocation.surroundings().out());
                return Exit.OK;
            }
            try (OutputStream out = Files.newOutputStream(file.get(), StandardOpenOption.CREATE_NEW)) {
                long count = write(management, admin, out);
                invocation.surroundings().out().println("exported to " + file.get() + ": " + Counted.documents(count));
                return Exit.OK;
            }
        });
    }

    private static long write(OrganizationManagement management, Principal admin, OutputStream out) throws IOException {
        OutputStream buffered = new BufferedOutputStream(out, BUFFER);
        long[] count = {0};
        management.organizationData().orElseThrow().export().export(admin, document -> {
            try {
                buffered.write(ExtendedJson.writeLossless(document).getBytes(StandardCharsets.UTF_8));
                buffered.write('\n');
                count[0]++;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        buffered.flush();
        return count[0];
    }
}
