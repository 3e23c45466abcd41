package io.orgstead.reliability.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A MongoDB of the suite's own, which can be killed and frozen. {@code ORGSTEAD_TEST_MONGODB_START} names a program that starts
 * one: it takes {@code --port N} (0 for any), {@code --dbpath FOLDER} and {@code --run-dir FOLDER}, and ends when the server takes
 * connections, after the line {@code PID=... PORT=... URI=...}.
 */
public final class MongoEngine implements AutoCloseable {

    private static final Pattern STARTED = Pattern.compile("PID=(\\d+) PORT=(\\d+) URI=(\\S+)");

    private final Path folder;
    private int port;
    private long pid;
    private String uri = "";

    /** Starts one that keeps its data in a folder. */
    public MongoEngine(Path folder) {
        this.folder = folder;
        start();
    }

    /** Where it is; the same after a restart. */
    public String uri() {
        return uri;
    }

    /** SIGKILL. */
    public void kill() {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Starts it again on the same data and port. */
    public void start() {
        Matcher started = STARTED.matcher(run(
                System.getenv("ORGSTEAD_TEST_MONGODB_START"),
                "--port",
                Integer.toString(port),
                "--dbpath",
                folder.resolve("db").toString(),
                "--run-dir",
                folder.resolve("run").toString()));
        if (!started.find()) {
            throw new AssertionError("MongoDB did not start");
        }
        pid = Long.parseLong(started.group(1));
        port = Integer.parseInt(started.group(2));
        uri = started.group(3);
    }

    /** SIGSTOP: it is there, and does nothing. */
    public void freeze() {
        run("kill", "-STOP", Long.toString(pid));
    }

    /** SIGCONT. */
    public void thaw() {
        run("kill", "-CONT", Long.toString(pid));
    }

    @Override
    public void close() {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Its output goes by way of a file: what it leaves running may hold on to it. */
    private String run(String... command) {
        try {
            Path output = Files.createTempFile(folder, "output", ".txt");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new AssertionError(Files.readString(output, StandardCharsets.UTF_8));
            }
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
