package io.orgstead.reliability.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The jar, serving as a process of its own. What it says goes to a file. */
public final class OrgsteadServer implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("is ready on (https?://[0-9.:]+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> RUNNING.forEach(Process::destroyForcibly), "no server is left behind"));
    }

    private final Process process;
    private final Path log;
    private final long begin = System.nanoTime();

    private OrgsteadServer(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts a server. Its log is appended to a file of the folder. */
    public static OrgsteadServer start(Path folder, Map<String, String> settings) {
        Path log = folder.resolve("server-" + System.nanoTime() + ".log");
        ProcessBuilder builder = Jar.command(settings, List.of("serve"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putIfAbsent("ORGSTEAD_HTTP_PORT", "0");
        builder.environment().putIfAbsent("ORGSTEAD_RATE_LIMIT", "off");
        builder.environment().putIfAbsent("ORGSTEAD_BCRYPT_COST", "10");
        builder.environment().putIfAbsent("ORGSTEAD_JWT_TTL", "1d");
        try {
            Process process = builder.start();
            RUNNING.add(process);
            return new OrgsteadServer(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it says that it is ready, and where. */
    public URI url() {
        if (!isReady()) {
            throw new AssertionError("never became ready: " + log());
        }
        return address().orElseThrow();
    }

    /** Waits until it says that it is ready, or ends. */
    public boolean isReady() {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(10))
                .pollInSameThread()
                .atMost(PATIENCE)
                .until(() -> !process.isAlive() || address().isPresent());
        return address().isPresent();
    }

    private Optional<URI> address() {
        Matcher ready = READY.matcher(log());
        return ready.find() ? Optional.of(URI.create(ready.group(1))) : Optional.empty();
    }

    /** How long it has been running. */
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** All that it has said. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it has complained about. */
    public List<String> complaints() {
        return log().lines()
                .filter(line -> line.contains("\"ERROR\"") || line.contains("\"WARN\"") || !line.startsWith("{"))
                .toList();
    }

    /** SIGKILL. Returns when it is dead. */
    public void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** SIGTERM. Returns what it ends with. */
    public int stop() {
        process.destroy();
        return exitCode();
    }

    /** Waits until it ends. */
    public int exitCode() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("does not end: " + log());
            }
            RUNNING.remove(process);
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
