package io.orgstead.bootstrap;

import io.orgstead.bootstrap.control.ControlRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
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
                .name(UndeleteTask.NAME)
                .addOption(StoreCommand.organizationOption(true, "the organization's name"));
        spec.usageMessage()
                .description(
                        "restore an organization that was deleted, while ORGSTEAD_DELETE_GRACE has not passed: it is"
                                + " as it was, with its admin and its data. Where a server uses the embedded store, the server does it");
        return spec;
    }

    @Override
    public int run(Invocation invocation) throws InvalidSettingsException, IOException {
        LogFormat.useForCommand();
        String name = StoreCommand.requiredName(invocation).value();
        // Without the recovery that precedes other changes: it might remove what is to be restored.
        return StoreCommand.run(
                invocation,
                StoreCommand.Purpose.READ,
                clock,
                new UndeleteTask(),
                new ControlRequest(UndeleteTask.NAME, Map.of(UndeleteTask.ORGANIZATION, name)));
    }
}
