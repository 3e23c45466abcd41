package io.orgstead.bootstrap;

import io.orgstead.application.OrganizationManagement;
import io.orgstead.application.usecase.backup.WriteBackup;
import io.orgstead.bootstrap.backup.BackupFileReader;
import io.orgstead.bootstrap.backup.BackupFileWriter;
import io.orgstead.bootstrap.backup.BackupKind;
import io.orgstead.bootstrap.control.ControlRequest;
import io.orgstead.bootstrap.control.OperatorConsole;
import io.orgstead.domain.organization.OrganizationName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** Writes a backup, and reads it back. */
final class BackupTask implements OperatorTask {

    static final String NAME = "backup";
    static final String ORGANIZATION = "organization";

    /** As the operator wrote it. */
    static final String SHOWN = "shown";

    /** The same, absolute: who does it may be in another folder. */
    static final String FILE = "file";

    private final InstantSource clock;

    BackupTask(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int run(OrganizationManagement management, ControlRequest request, OperatorConsole console)
            throws IOException {
        Path file = Path.of(request.argument(FILE).orElse(""));
        Optional<OrganizationName> only = request.argument(ORGANIZATION).map(OrganizationName::parse);
        BackupKind kind = only.isPresent() ? BackupKind.ORGANIZATION : BackupKind.INSTALLATION;
        WriteBackup.Report report;
        try (BackupFileWriter writer = BackupFileWriter.create(file, kind, clock.instant())) {
            report = management.backups().orElseThrow().write().write(only, writer);
            writer.finish();
        }
        BackupFileReader.verify(file);
        console.print("backed up to " + request.argument(SHOWN).orElse("") + ": "
                + Counted.organizations(report.organizations()) + ", " + Counted.documents(report.documents()) + ", "
                + Files.size(file) + " bytes");
        if (report.leftOut() > 0) {
            console.complain(Counted.organizations(report.leftOut()) + " left out: without admin in the store");
        }
        return report.leftOut() > 0 ? Exit.FAILED : Exit.OK;
    }
}
