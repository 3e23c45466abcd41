package io.orgstead.bootstrap;

import io.orgstead.bootstrap.control.ControlRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Moves an organization's documents to another isolation model. */
final class MoveCommand implements Command {

    private static final String TO = "--to";
    private static final String ABANDON = "--abandon";

    private final InstantSource clock;

    MoveCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create()
                .name(MoveTask.NAME)
                .addOption(StoreCommand.organizationOption(true, "the organization's name"))
                .addOption(StoreCommand.textOption(
                        TO, "MODEL", false, "how its documents are to be kept: collection, database or shared"))
                .addOption(OptionSpec.builder(ABANDON)
                        .type(boolean.class)
                        .description("instead of --to: discard what a move that ended early has copied")
                        .build());
        spec.usageMessage()
                .description(
                        "move an organization's documents to another isolation model while they are read and written."
                                + " Interrupted, it goes on where it was when it is made again. Where a server uses"
                                + " the embedded store, the server does it");
        return spec;
    }

    @Override
    public int run(Invocation invocation) throws InvalidSettingsException, IOException {
        LogFormat.useForCommand();
        Map<String, String> arguments = new HashMap<>();
        arguments.put(
                MoveTask.ORGANIZATION, StoreCommand.requiredName(invocation).value());
        model(invocation).ifPresent(model -> arguments.put(MoveTask.TO, model));
        return StoreCommand.run(
                invocation,
                StoreCommand.Purpose.WRITE,
                clock,
                new MoveTask(),
                new ControlRequest(MoveTask.NAME, arguments));
    }

    private static Optional<String> model(Invocation invocation) throws InvalidSettingsException {
        Optional<String> to = StoreCommand.text(invocation, TO);
        if (to.isPresent() == invocation.options().hasMatchedOption(ABANDON)) {
            throw new InvalidSettingsException(List.of("give either " + TO + " or " + ABANDON));
        }
        try {
            to.ifPresent(SettingValues::isolation);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(List.of(TO + " " + e.getMessage()));
        }
        return to;
    }
}
