package io.orgstead.bootstrap;

import io.orgstead.application.OrganizationManagement;
import io.orgstead.application.usecase.backup.WriteBackup;
import io.orgstead.bootstrap.backup.BackupFileReader;
import io.orgstead.bootstrap.backup.BackupFileWriter;
import io.orgstead.bootstrap.backup.BackupKind;
import io.orgstead.domain.organization.OrganizationName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
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
                .name("backup")
                .addOption(StoreCommand.textOption(OUTPUT, "FILE", true, "the file to write; there must be none yet"))
                .addOption(StoreCommand.organizationOption(false, "only this organization; without it: all"));
        spec.usageMessage()
                .description(
                        "write a backup: organizations with their admins, indexes and documents, in one file with checksums."
                                + " An embedded store must not be in use by a server; beside servers on MongoDB it may be made at any time");
        return spec;
    }

    @Override
    public int run(Invocation invocation) throws InvalidSettingsException, IOException {
        LogFormat.useForCommand();
        Path file = Path.of(StoreCommand.text(invocation, OUTPUT).orElse(""));
        Optional<OrganizationName> only = StoreCommand.name(invocation, StoreCommand.ORGANIZATION);
        return StoreCommand.run(
                invocation, StoreCommand.Purpose.READ, clock, management -> write(invocation, management, file, only));
    }

    private int write(
            Invocation invocation, OrganizationManagement management, Path file, Optional<OrganizationName> only)
            throws IOException {
        BackupKind kind = only.isPresent() ? BackupKind.ORGANIZATION : BackupKind.INSTALLATION;
        WriteBackup.Report report;
        try (BackupFileWriter writer = BackupFileWriter.create(file, kind, clock.instant())) {
            report = management.backups().orElseThrow().write().write(only, writer);
            writer.finish();
        }
        BackupFileReader.verify(file);
        invocation
                .surroundings()
                .out()
                .println("backed up to " + file + ": " + Counted.organizations(report.organizations()) + ", "
                        + Counted.documents(report.documents()) + ", " + Files.size(file) + " bytes");
        if (report.leftOut() > 0) {
            invocation
                    .surroundings()
                    .complain(Counted.organizations(report.leftOut()) + " left out: without admin in the store");
        }
        return report.leftOut() > 0 ? Exit.FAILED : Exit.OK;
    }
}
