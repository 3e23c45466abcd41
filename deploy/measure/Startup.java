import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures how long the server takes to be ready, and what memory it then has (Linux). Prints medians.
 *
 * <pre>java deploy/measure/Startup.java [RUNS]          with JAVA_HOME, or the java on the PATH; 11 runs</pre>
 *
 * <p>A run takes some 25 s, most of it at rest; each says on standard error how it went.
 *
 * <p>From the start of the process to the answer 200 of {@code /health/ready}, on the embedded store with a folder of its own
 * that exists already; the clock is read in another process. Another start goes before each, so that the files are in
 * memory. Memory is the resident set (VmRSS) of the JVM: 5 s after it was ready, and 5 s after 200 requests and 4 logins.
 * Processor time is that of all the process's threads until it was ready, and differs less than the clock's where other
 * programs run. The baseline is a JVM that prints its version.
 *
 * <p>ORGSTEAD_... variables are passed on, so ORGSTEAD_MONGODB_URI with ORGSTEAD_JWT_SECRET measures that store.
 * Exits with 1 if a median is over its limit: 500 ms with an archive, 1000 ms without, 160 MiB.
 */
final class Startup {

    private static final int LIMIT_WITH_ARCHIVE = 500;
    private static final int LIMIT_WITHOUT = 1000;
    private static final int LIMIT_MEMORY_MIB = 160;
    private static final int IDLE_MILLIS = 5000;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final double TICK_MILLIS = 10;
    private static final Pattern READY = Pattern.compile("is ready on (https?://[^ \"]+)");

    private final Path launcher;
    private final Path java;
    private final Path work;
    private final HttpClient client = HttpClient.newHttpClient();

    private Startup(Path launcher, Path java, Path work) {
        this.launcher = launcher;
        this.java = java;
        this.work = work;
    }

    /** One start: milliseconds to ready, milliseconds of processor until then, MiB at rest, MiB after use. */
    private record Start(double ready, double processor, double idle, double used) {}

    public static void main(String[] arguments) throws Exception {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 11;
        String home = System.getenv().getOrDefault("JAVA_HOME", System.getProperty("java.home"));
        Path work = Files.createTempDirectory("orgstead-startup-");
        try {
            boolean kept = new Startup(Path.of("deploy/bin/orgstead").toAbsolutePath(), Path.of(home, "bin", "java"), work).measure(runs);
            if (!kept) {
                throw new IllegalStateException("over the limits");
            }
        } finally {
            remove(work);
        }
    }

    private boolean measure(int runs) throws Exception {
        Path archive = work.resolve("classes");
        finish(process(Map.of(), launcher.toString(), "--make-archive", archive.toString()));
        List<Double> baseline = new ArrayList<>();
        List<Start> with = new ArrayList<>();
        List<Start> without = new ArrayList<>();
        // In turns, so that what else the machine does meanwhile meets all of them.
        for (int run = 0; run < runs; run++) {
            baseline.add(baseline());
            with.add(start(archive, work.resolve("with-" + run)));
            without.add(start(work.resolve("none"), work.resolve("without-" + run)));
            System.err.printf(
                    "%d of %d: %.0f ms with the archive, %.0f ms without%n",
                    run + 1, runs, with.get(run).ready(), without.get(run).ready());
        }
        System.out.printf("%s, %d processors, medians of %d%n", version(), Runtime.getRuntime().availableProcessors(), runs);
        System.out.printf("%-30s %9s %13s %9s %9s%n", "", "ready ms", "processor ms", "idle MiB", "used MiB");
        System.out.printf("%-30s %9.0f%n", "java -version", median(baseline));
        row("orgstead, archive of classes", with);
        row("orgstead, no archive", without);
        double ready = median(with, Start::ready);
        System.out.printf(Locale.ROOT, "ready with the archive is %.1f times java -version%n", ready / median(baseline));
        return kept("ready ms with the archive", ready, LIMIT_WITH_ARCHIVE)
                & kept("ready ms without", median(without, Start::ready), LIMIT_WITHOUT)
                & kept("idle MiB", median(with, Start::idle), LIMIT_MEMORY_MIB);
    }

    private double baseline() throws Exception {
        long begin = System.nanoTime();
        finish(process(Map.of(), java.toString(), "-version"));
        return millisSince(begin);
    }

    private Start start(Path archive, Path folder) throws Exception {
        readFilesOnce(archive, folder.resolveSibling(folder.getFileName() + "-before"));
        Files.createDirectory(folder);
        long begin = System.nanoTime();
        Process server = launch(archive, folder);
        BufferedReader log =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        try {
            String url = url(log);
            // The log is read to its end: a full pipe would stop the server in the middle of a request.
            Thread reader = new Thread(() -> log.lines().forEach(line -> {}));
            reader.setDaemon(true);
            reader.start();
            expect(200, HttpRequest.newBuilder(URI.create(url + "/health/ready")));
            double ready = millisSince(begin);
            double processor = processorMillis(server.pid());
            Thread.sleep(IDLE_MILLIS);
            double idle = residentMebibytes(server.pid());
            use(url);
            Thread.sleep(IDLE_MILLIS);
            return new Start(ready, processor, idle, residentMebibytes(server.pid()));
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    /** A start that is not measured: a machine that gave its cache of files away meanwhile would measure its disk. */
    private void readFilesOnce(Path archive, Path folder) throws Exception {
        Files.createDirectory(folder);
        Process server = launch(archive, folder);
        try (BufferedReader log =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            url(log);
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private Process launch(Path archive, Path folder) throws IOException {
        Map<String, String> settings = Map.of(
                "ARCHIVE", archive.toString(),
                "ORGSTEAD_DATA_DIR", folder.toString(),
                "ORGSTEAD_HTTP_PORT", "0",
                "ORGSTEAD_RATE_LIMIT", "off",
                "ORGSTEAD_LOG_FORMAT", "json");
        return process(settings, launcher.toString());
    }

    private static String url(BufferedReader log) throws IOException {
        StringBuilder seen = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            Matcher matcher = READY.matcher(line);
            if (matcher.find()) {
                return matcher.group(1);
            }
            seen.append(line).append('\n');
        }
        throw new IOException("the server did not start:\n" + seen);
    }

    private void use(String url) throws Exception {
        for (int i = 0; i < 200; i++) {
            expect(404, HttpRequest.newBuilder(URI.create(url + "/org/get?organization_name=nobody")));
        }
        for (int i = 0; i < 4; i++) {
            String body = "{\"email\": \"nobody@example.com\", \"password\": \"none of these\"}";
            expect(
                    401,
                    HttpRequest.newBuilder(URI.create(url + "/admin/login"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body)));
        }
    }

    private void expect(int status, HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer =
                client.send(request.timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != status) {
            throw new IOException("answered " + answer.statusCode() + " instead of " + status + ": " + answer.body());
        }
    }

    private Process process(Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", java.getParent().getParent().toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static String finish(Process process) throws Exception {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("ended with " + process.exitValue() + ": " + output);
        }
        return output;
    }

    private String version() throws Exception {
        return finish(process(Map.of(), java.toString(), "-version")).lines().skip(1).findFirst().orElseThrow();
    }

    /** utime and stime of proc(5), in ticks of 10 ms; the second field may hold spaces, but no further parenthesis. */
    private static double processorMillis(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * TICK_MILLIS;
    }

    private static double residentMebibytes(long pid) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            String resident = lines.filter(line -> line.startsWith("VmRSS:")).findFirst().orElseThrow();
            return Long.parseLong(resident.replaceAll("\\D", "")) / 1024.0;
        }
    }

    private static double millisSince(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }

    private static void row(String name, List<Start> starts) {
        System.out.printf(
                "%-30s %9.0f %13.0f %9.0f %9.0f%n",
                name,
                median(starts, Start::ready),
                median(starts, Start::processor),
                median(starts, Start::idle),
                median(starts, Start::used));
    }

    private static boolean kept(String what, double median, int limit) {
        boolean kept = median < limit;
        if (!kept) {
            System.out.printf("%s: %.0f is not under %d%n", what, median, limit);
        }
        return kept;
    }

    private static double median(List<Start> starts, ToDoubleFunction<Start> value) {
        return median(starts.stream().mapToDouble(value).boxed().toList());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
