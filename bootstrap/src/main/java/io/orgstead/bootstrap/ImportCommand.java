package io.orgstead.bootstrap;

import io.orgstead.application.OrganizationManagement;
import io.orgstead.application.usecase.data.ImportDocuments;
import io.orgstead.application.usecase.data.ImportDocuments.OnConflict;
import io.orgstead.application.usecase.data.ImportDocuments.Result;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.extendedjson.DocumentLines;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Takes documents into an organization, a line each. */
final class ImportCommand implements Command {

    private static final String INPUT = "--input";
    private static final String ON_CONFLICT = "--on-conflict";
    private static final int MAX_LINE = 32 << 20;

    private final InstantSource clock;

    ImportCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create()
                .name("import")
                .addOption(StoreCommand.organizationOption(true, "the organization's name"))
                .addOption(
                        StoreCommand.textOption(INPUT, "FILE", false, "the file to read; without it: standard input"))
                .addOption(StoreCommand.textOption(
                        ON_CONFLICT,
                        "WHAT",
                        false,
                        "what to do with a document whose _id is taken: fail (default), skip or replace"));
        spec.usageMessage()
                .description("take documents into an organization, Extended JSON, a line each (NDJSON), as POST"
                        + " /org/import does. An embedded store must not be in use by a server");
        return spec;
    }

    @Override
    public int run(Invocation invocation) throws InvalidSettingsException, IOException {
        LogFormat.useForCommand();
        OrganizationName name = StoreCommand.requiredName(invocation);
        OnConflict onConflict =
                onConflict(StoreCommand.text(invocation, ON_CONFLICT).orElse("fail"));
        Optional<Path> file = StoreCommand.text(invocation, INPUT).map(Path::of);
        return StoreCommand.run(invocation, StoreCommand.Purpose.WRITE, clock, management -> {
            try (InputStream in = file.isPresent()
                    ? Files.newInputStream(file.get())
                    : invocation.surroundings().in()) {
                return load(invocation, management, name, onConflict, in);
            }
        });
    }

    private static OnConflict onConflict(String text) throws InvalidSettingsException {
        return Arrays.stream(OnConflict.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidSettingsException(List.of(ON_CONFLICT + " must be fail, skip or replace")));
    }

    private static int load(
            Invocation invocation,
            OrganizationManagement management,
            OrganizationName name,
            OnConflict onConflict,
            InputStream in) {
        Result result = management
                .organizationData()
                .orElseThrow()
                .load()
                .load(StoreCommand.admin(management, name), onConflict, new Lines(in));
        invocation
                .surroundings()
                .out()
                .println(result.inserted() + " inserted, " + result.replaced() + " replaced, " + result.skipped()
                        + " skipped");
        result.stopped()
                .ifPresent(stop -> invocation
                        .surroundings()
                        .complain("stopped at line " + stop.line() + ": "
                                + stop.reason().getMessage()));
        return result.stopped().isPresent() ? Exit.FAILED : Exit.OK;
    }

    private static final class Lines implements ImportDocuments.Source {

        private final DocumentLines lines;

        Lines(InputStream in) {
            this.lines = new DocumentLines(in, MAX_LINE);
        }

        @Override
        public Optional<ImportDocuments.Line> next() {
            try {
                return lines.next().map(document -> new ImportDocuments.Line(lines.line(), document));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public long line() {
            return lines.line();
        }
    }
}
