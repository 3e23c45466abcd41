package io.orgstead.bootstrap;

import io.orgstead.application.OrganizationManagement;
import io.orgstead.application.usecase.backup.RestoreBackup;
import io.orgstead.application.usecase.backup.RestoreBackup.Copy;
import io.orgstead.application.usecase.backup.RestoreBackup.Report;
import io.orgstead.application.usecase.backup.RestoreBackup.Restoration;
import io.orgstead.application.usecase.backup.RestoreBackup.Wish;
import io.orgstead.bootstrap.backup.BackupFileReader;
import io.orgstead.bootstrap.backup.DamagedBackupException;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.OrganizationName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Makes organizations of a backup. The file is read twice: the first time it is only looked at. */
final class RestoreCommand implements Command {

    private static final String INPUT = "--input";
    private static final String AS = "--as";
    private static final String EMAIL = "--email";
    private static final String SKIP_EXISTING = "--skip-existing";

    private final InstantSource clock;

    RestoreCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create()
                .name("restore")
                .addOption(StoreCommand.textOption(INPUT, "FILE", true, "the backup"))
                .addOption(StoreCommand.organizationOption(false, "only this organization of it; without it: all"))
                .addOption(StoreCommand.textOption(
                        AS, "NAME", false, "with --organization and --email: restore it under this name, with new ids"))
                .addOption(StoreCommand.textOption(EMAIL, "ADDRESS", false, "with --as: the address of its admin"))
                .addOption(OptionSpec.builder(SKIP_EXISTING)
                        .type(boolean.class)
                        .description("pass over organizations that are there already, with the same id and name")
                        .build());
        spec.usageMessage()
                .description(
                        "restore organizations from a backup, with their ids, passwords and times. Nothing is changed unless the"
                                + " whole file is sound and all that is to be restored is free. An embedded store must not be in use by a server");
        return spec;
    }

    @Override
    public int run(Invocation invocation) throws InvalidSettingsException, IOException {
        LogFormat.useForCommand();
        Path file = Path.of(StoreCommand.text(invocation, INPUT).orElse(""));
        Wish wish = wish(invocation);
        return StoreCommand.run(
                invocation,
                StoreCommand.Purpose.WRITE,
                clock,
                management -> restore(invocation, management, file, wish));
    }

    private static Wish wish(Invocation invocation) throws InvalidSettingsException {
        Optional<OrganizationName> only = StoreCommand.name(invocation, StoreCommand.ORGANIZATION);
        Optional<OrganizationName> as = StoreCommand.name(invocation, AS);
        Optional<EmailAddress> email = StoreCommand.email(invocation, EMAIL);
        if (as.isPresent() != email.isPresent() || (as.isPresent() && only.isEmpty())) {
            throw new InvalidSettingsException(List.of(AS + " needs " + StoreCommand.ORGANIZATION + " and " + EMAIL));
        }
        Optional<Copy> copy = as.flatMap(name -> email.map(address -> new Copy(name, address)));
        return new Wish(only, copy, invocation.options().hasMatchedOption(SKIP_EXISTING));
    }

    private static int restore(Invocation invocation, OrganizationManagement management, Path file, Wish wish)
            throws IOException {
        RestoreBackup backups = management.backups().orElseThrow().restore();
        try {
            Report found = read(file, backups.check(wish));
            if (wish.only().isPresent() && found.organizations() + found.existing() == 0) {
                return StoreCommand.failed(
                        invocation, "the backup " + file + " has no organization of this name; nothing was changed");
            }
        } catch (DamagedBackupException e) {
            return StoreCommand.failed(
                    invocation, file + " cannot be restored: " + e.getMessage() + "; nothing was changed");
        }
        Report done = read(file, backups.restore(wish));
        String passedOver = done.existing() > 0 ? ", " + done.existing() + " passed over" : "";
        invocation
                .surroundings()
                .out()
                .println("restored from " + file + ": " + Counted.organizations(done.organizations()) + ", "
                        + Counted.documents(done.documents()) + passedOver);
        done.warnings().forEach(invocation.surroundings()::complain);
        return Exit.OK;
    }

    private static Report read(Path file, Restoration restoration) throws IOException {
        try (restoration) {
            BackupFileReader.read(file, restoration);
            return restoration.report();
        }
    }
}
