package io.orgstead.reliability.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The jar, running a command as a process of its own. */
public final class OrgsteadCommand implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    private final Process process;

    private OrgsteadCommand(Process process) {
        this.process = process;
    }

    /** Starts a command. */
    public static OrgsteadCommand start(Map<String, String> settings, String... arguments) {
        try {
            return new OrgsteadCommand(Jar.command(settings, List.of(arguments))
                    .redirectErrorStream(true)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it ends. */
    public Result result() {
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("does not end: " + output);
            }
            return new Result(process.exitValue(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits for its end, but no longer than that. */
    public void awaitEnd(Duration atMost) throws InterruptedException {
        process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** SIGKILL. */
    public void kill() {
        process.toHandle().destroyForcibly();
    }

    @Override
    public void close() {
        kill();
    }

    /** What it ended with, and what it said. */
    public record Result(int exitCode, String output) {}
}
