package io.orgstead.bootstrap;

import io.orgstead.application.OrganizationManagement;
import io.orgstead.application.usecase.OrganizationDetails;
import io.orgstead.domain.failure.NotFoundException;
import io.orgstead.domain.organization.OrganizationName;
import java.io.IOException;
import java.time.InstantSource;
import picocli.CommandLine.Model.CommandSpec;

/** Takes back the deletion of an organization whose grace period has not ended. */
final class UndeleteCommand implements Command {

    private final InstantSource clock;

    UndeleteCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create()
                .name("undelete")
                .addOption(StoreCommand.organizationOption(true, "the organization's name"));
        spec.usageMessage()
                .description(
                        "restore an organization that was deleted, while ORGSTEAD_DELETE_GRACE has not passed: it is"
                                + " as it was, with its admin and its data. An embedded store must not be in use by a server");
        return spec;
    }

    @Override
    public int run(Invocation invocation) throws InvalidSettingsException, IOException {
        LogFormat.useForCommand();
        OrganizationName name = StoreCommand.requiredName(invocation);
        // Without the recovery that precedes other changes: it might remove what is to be restored.
        return StoreCommand.run(
                invocation, StoreCommand.Purpose.READ, clock, management -> restore(invocation, management, name));
    }

    private static int restore(Invocation invocation, OrganizationManagement management, OrganizationName name) {
        try {
            OrganizationDetails restored = management.restoreOrganization().restore(name);
            invocation
                    .surroundings()
                    .out()
                    .println("restored organization " + restored.id().value());
            return Exit.OK;
        } catch (NotFoundException e) {
            return StoreCommand.failed(
                    invocation,
                    "no deleted organization of this name can be restored: there is none, or its time is over");
        }
    }
}
