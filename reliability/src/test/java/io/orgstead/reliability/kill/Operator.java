package io.orgstead.reliability.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.reliability.server.EmbeddedStore;
import io.orgstead.reliability.server.OrgsteadCommand;
import io.orgstead.reliability.server.OrgsteadCommand.Result;
import io.orgstead.reliability.server.Store;
import io.orgstead.reliability.traffic.Tally;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Somebody at a terminal, who moves organizations to other isolation models and makes backups while the clients work. One command
 * at a time; some are killed as well.
 */
final class Operator {

    private static final List<String> MODELS = List.of("collection", "database", "shared");

    private final Store store;
    private final Path folder;
    private final Random random;
    private final Tally tally;
    private Optional<Job> job = Optional.empty();
    private int files;

    Operator(Store store, Path folder, long seed, Tally tally) {
        this.store = store;
        this.folder = folder;
        this.random = new Random(seed);
        this.tally = tally;
    }

    /** Begins something, perhaps with one of these organizations, which may be gone by then. */
    void begin(List<String> organizations) {
        if (organizations.isEmpty() || random.nextInt(4) == 0) {
            Path file = newFile();
            job = Optional.of(new Job("backups", Optional.of(file), command("backup", "--output", file.toString())));
        } else {
            String name = organizations.get(random.nextInt(organizations.size()));
            String model = MODELS.get(random.nextInt(MODELS.size()));
            job = Optional.of(
                    new Job("moves", Optional.empty(), command("move", "--organization", name, "--to", model)));
        }
    }

    /** Waits until what was begun has ended, but no longer than that. */
    void await(Duration atMost) throws InterruptedException {
        if (job.isPresent()) {
            job.get().command().awaitEnd(atMost);
        }
    }

    /** The server is dead. What was begun ends by itself, or is killed as well. */
    void end() {
        job.ifPresent(begun -> {
            if (random.nextBoolean()) {
                begun.command().kill();
            }
            boolean done = begun.command().result().exitCode() == 0;
            tally.count(begun.kind() + (done ? " done" : " cut short"));
            begun.file().filter(Files::exists).ifPresent(this::restore);
        });
        job = Optional.empty();
    }

    /** Discards what moves that were cut short have copied. */
    void abandonMoves(List<String> organizations) {
        for (String name : organizations) {
            run(command("move", "--organization", name, "--abandon"));
        }
    }

    /** Takes a backup of everything to a store of its own. */
    Store backUpAndRestore() {
        Path file = newFile();
        run(command("backup", "--output", file.toString()));
        return restore(file);
    }

    /** A file that has the name of a backup is a whole one. */
    private Store restore(Path file) {
        Store copy = new EmbeddedStore(file.resolveSibling(file.getFileName() + ".restored"));
        run(OrgsteadCommand.start(copy.settings(), "restore", "--input", file.toString()));
        tally.count("backups restored");
        return copy;
    }

    private static void run(OrgsteadCommand command) {
        try (command) {
            Result result = command.result();
            assertThat(result.exitCode()).as(result.output()).isZero();
        }
    }

    private Path newFile() {
        files++;
        return folder.resolve("backup-" + files);
    }

    private OrgsteadCommand command(String... arguments) {
        return OrgsteadCommand.start(store.settings(), arguments);
    }

    private record Job(String kind, Optional<Path> file, OrgsteadCommand command) {}
}
