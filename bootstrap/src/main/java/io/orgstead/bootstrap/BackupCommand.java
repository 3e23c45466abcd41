package io.orgstead.bootstrap;

import io.orgstead.bootstrap.control.ControlRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** Writes a backup, of the whole installation or of one organization. */
final class BackupCommand implements Command {

    private static final String OUTPUT = "--output";

    private final InstantSource clock;

    BackupCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create()
                .name(BackupTask.NAME)
                .addOption(StoreCommand.textOption(OUTPUT, "FILE", true, "the file to write; there must be none yet"))
                .addOption(StoreCommand.organizationOption(false, "only this organization; without it: all"));
        spec.usageMessage()
                .description(
                        "write a backup: organizations with their admins, indexes and documents, in one file with checksums."
                                + " It may be made at any time; where a server uses the embedded store, the server does it");
        return spec;
    }

    @Override
    public int run(Invocation invocation) throws InvalidSettingsException, IOException {
        LogFormat.useForCommand();
        Map<String, String> arguments = new HashMap<>();
        String output = StoreCommand.text(invocation, OUTPUT).orElse("");
        arguments.put(BackupTask.SHOWN, output);
        arguments.put(BackupTask.FILE, Path.of(output).toAbsolutePath().toString());
        StoreCommand.name(invocation, StoreCommand.ORGANIZATION)
                .ifPresent(only -> arguments.put(BackupTask.ORGANIZATION, only.value()));
        return StoreCommand.run(
                invocation,
                StoreCommand.Purpose.READ,
                clock,
                new BackupTask(clock),
                new ControlRequest(BackupTask.NAME, arguments));
    }
}
