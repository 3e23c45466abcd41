package io.orgstead.bootstrap;

import io.orgstead.adapter.mongo.MongoSettings;
import io.orgstead.application.usecase.WriteGate;
import io.orgstead.bootstrap.control.ControlRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Takes the whole embedded installation to MongoDB. */
final class MigrateCommand implements Command {

    private static final String TO = "--to";
    private static final String TO_FILE = "--to-file";
    private static final String DATABASE = "--to-database";
    private static final String ABANDON = "--abandon";

    private final InstantSource clock;

    MigrateCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create()
                .name(MigrateTask.NAME)
                .addOption(StoreCommand.textOption(TO, "URI", false, "the connection string of the MongoDB servers"))
                .addOption(StoreCommand.textOption(
                        TO_FILE, "FILE", false, "a file with it, so that its password is in no list of processes"))
                .addOption(StoreCommand.textOption(
                        DATABASE,
                        "NAME",
                        false,
                        "the database there, " + MongoSettings.DEFAULT_DATABASE
                                + " if not given; must have no organizations"))
                .addOption(OptionSpec.builder(ABANDON)
                        .type(boolean.class)
                        .description("remove what a migration that was not ended has brought there")
                        .build());
        spec.usageMessage()
                .description(
                        "take the whole embedded installation to MongoDB: organizations, admins, documents, indexes, schemas."
                                + " A server that uses it does it while it serves, refuses changes for a moment at the end, and stops."
                                + " Interrupted, it goes on where it was when it is made again");
        return spec;
    }

    @Override
    public int run(Invocation invocation) throws InvalidSettingsException, IOException {
        LogFormat.useForCommand();
        Map<String, String> arguments = new HashMap<>();
        MongoSettings target = target(invocation);
        arguments.put(MigrateTask.TO, target.uri());
        arguments.put(MigrateTask.DATABASE, target.database());
        if (invocation.options().hasMatchedOption(ABANDON)) {
            arguments.put(MigrateTask.ABANDON, "");
        }
        return StoreCommand.run(
                invocation,
                StoreCommand.Purpose.MIGRATE,
                clock,
                new MigrateTask(new WriteGate(), () -> {}),
                new ControlRequest(MigrateTask.NAME, arguments));
    }

    private static MongoSettings target(Invocation invocation) throws InvalidSettingsException {
        Optional<String> given = StoreCommand.text(invocation, TO);
        Optional<String> file = StoreCommand.text(invocation, TO_FILE);
        if (given.isPresent() == file.isPresent()) {
            throw new InvalidSettingsException(List.of("give either " + TO + " or " + TO_FILE));
        }
        try {
            String uri = given.isPresent() ? given.get() : SecretFile.read(file.orElseThrow());
            return MongoSettings.of(uri)
                    .withDatabase(StoreCommand.text(invocation, DATABASE).orElse(MongoSettings.DEFAULT_DATABASE));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(List.of((given.isPresent() ? TO : TO_FILE) + " " + e.getMessage()));
        }
    }
}
