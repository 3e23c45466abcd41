package io.orgstead.benchmarks.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process that serves HTTP, with its output in a file. Ended with this one at the latest. */
public final class Listening implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("is ready on http://([^: ]+):(\\d+)");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long STEP_MILLIS = 20;
    private static final long STOP_SECONDS = 20;

    private final Process process;
    private final InetSocketAddress address;

    private Listening(Process process, InetSocketAddress address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts a process and waits until it says that it is ready.
     *
     * @param command the command line
     * @param environment variables beside those of this process
     * @param output where its output goes
     * @throws IOException if it ends instead, with what it said
     */
    public static Listening start(List<String> command, Map<String, String> environment, Path output)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return new Listening(process, awaitReady(process, output));
    }

    private static InetSocketAddress awaitReady(Process process, Path output) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Matcher matcher = READY.matcher(Files.readString(output));
            if (matcher.find()) {
                return new InetSocketAddress(matcher.group(1), Integer.parseInt(matcher.group(2)));
            }
            if (!process.isAlive()) {
                break;
            }
            Thread.sleep(STEP_MILLIS);
        }
        process.destroyForcibly();
        throw new IOException("the server did not start: " + Files.readString(output));
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return address;
    }

    /** What it uses. */
    public Watched watched() {
        return Watched.process(process.pid());
    }

    /** The flags that the JVM was started with, without those of an archive of classes, which fits one jar only. */
    public List<String> jvmFlags() throws IOException {
        List<String> flags = new ArrayList<>();
        String line = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        for (String word : line.substring(line.indexOf('\0') + 1).split("\0", -1)) {
            if (word.equals("-jar") || word.equals("-cp")) {
                break;
            }
            if (!word.startsWith("-XX:SharedArchiveFile") && !word.startsWith("-XX:AOTCache")) {
                flags.add(word);
            }
        }
        return flags;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
