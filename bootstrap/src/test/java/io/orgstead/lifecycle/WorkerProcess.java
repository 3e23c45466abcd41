package io.orgstead.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A {@link LifecycleWorker} in a process of its own. No wait for it lasts longer than a minute. */
final class WorkerProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;
    private static final int KILLED = 128 + 9;

    private final Process process;
    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

    private WorkerProcess(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "worker's lines");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts a worker, which gets ready, but does not open the store before it is told to work. */
    static WorkerProcess start(String location) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                LifecycleWorker.class.getName(),
                location);
        try {
            return new WorkerProcess(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void work(long seed, Collection<Slot> slots) throws IOException {
        try (Writer orders = process.outputWriter(StandardCharsets.UTF_8)) {
            orders.write(seed + ";" + slots.stream().map(Slot::encode).collect(Collectors.joining(";")) + "\n");
        }
    }

    /** Waits for the next thing it says. */
    String line() throws InterruptedException {
        return next().orElseThrow(() -> new AssertionError("the worker ended by itself"));
    }

    /** Lets it go on for a while, kills it (SIGKILL), and takes what it said until then. */
    void killAfter(int millis, Consumer<String> lastWords) throws InterruptedException {
        assertThat(process.waitFor(millis, TimeUnit.MILLISECONDS))
                .as("the worker ended by itself")
                .isFalse();
        // Not Process.destroyForcibly(): it closes the stream that the last words are read from.
        process.toHandle().destroyForcibly();
        for (Optional<String> line = next(); line.isPresent(); line = next()) {
            lastWords.accept(line.get());
        }
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("died")
                .isTrue();
        assertThat(process.exitValue()).as("exit code of SIGKILL").isEqualTo(KILLED);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private Optional<String> next() throws InterruptedException {
        Optional<String> line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("the worker hangs");
        }
        return line;
    }

    private void read() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            // Libraries may say something of their own on the same stream.
            reader.lines()
                    .filter(line -> line.startsWith("BEGIN") || line.startsWith("DONE"))
                    .map(Optional::of)
                    .forEach(lines::add);
        } catch (IOException | UncheckedIOException closed) {
            // What it said until then is all there is.
        } finally {
            lines.add(Optional.empty());
        }
    }
}
