import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures what organizations' documents cost over HTTP, and how that changes as the organizations become more.
 *
 * <pre>java deploy/measure/Data.java [ORGANIZATIONS...]    with JAVA_HOME, or the JVM that runs this; 1 100 1000</pre>
 *
 * Starts a server with deploy/bin/orgstead, rate limits off and the cheapest hashes, on the embedded store or on
 * ORGSTEAD_MONGODB_URI (in a database of its own, which stays), in the model that ORGSTEAD_ISOLATION says. For each number of
 * organizations it makes those that are missing, four at a time, each with ten documents, and measures one that has 20,000 documents and an index, on one connection, one request after the
 * other: {@code GET /health/live} as the ceiling, which asks no store; then get, find by an index, insert of one, insert of 1,000
 * at once, and export. It prints the medians of single requests in milliseconds, what that makes in documents a second, and each
 * request's time as a multiple of the ceiling's.
 */
final class Data {

    private static final int DOCUMENTS = 20_000;
    private static final int BATCH = 1_000;
    private static final int FILLERS = 4;
    private static final int REPEATS = 200;
    private static final int BULK_REPEATS = 10;
    private static final Pattern READY = Pattern.compile("is ready on (http://[^ ]+)");
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final String PASSWORD = "correct horse";

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;
    private final AtomicInteger organizations = new AtomicInteger();
    private final AtomicInteger inserted = new AtomicInteger();

    private Data(URI server) {
        this.server = server;
    }

    /** A request that is repeated, with how many documents each is about; 0 for all. */
    private record Scenario(String name, int repeats, int documents, Request request) {}

    private interface Request {

        int send(int repeat) throws IOException, InterruptedException;
    }

    public static void main(String[] arguments) throws Exception {
        int[] sizes = arguments.length == 0
                ? new int[] {1, 100, 1_000}
                : Arrays.stream(arguments).mapToInt(Integer::parseInt).sorted().toArray();
        Path folder = Files.createTempDirectory("orgstead-data-");
        ProcessBuilder builder = new ProcessBuilder("deploy/bin/orgstead").redirectErrorStream(true);
        String home = System.getenv().getOrDefault("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(Map.of(
                "JAVA_HOME", home,
                "ORGSTEAD_DATA_DIR", folder.toString(),
                "ORGSTEAD_HTTP_PORT", "0",
                "ORGSTEAD_RATE_LIMIT", "off",
                "ORGSTEAD_BCRYPT_COST", "10",
                "ORGSTEAD_LOG_FORMAT", "text"));
        if (System.getenv("ORGSTEAD_MONGODB_URI") != null) {
            builder.environment().put("ORGSTEAD_MONGODB_DATABASE", "measure_" + System.currentTimeMillis());
            builder.environment().put("ORGSTEAD_JWT_SECRET", "a secret for as long as this program runs");
        }
        Process process = builder.start();
        BufferedReader log =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        try {
            Data data = new Data(address(log));
            // The log is read to its end, so that the server never waits for its reader.
            Thread reader = new Thread(() -> log.lines().forEach(line -> {}));
            reader.setDaemon(true);
            reader.start();
            System.out.printf(
                    "%d processors, %s, %s, model %s%n",
                    Runtime.getRuntime().availableProcessors(),
                    Path.of(home).getFileName(),
                    System.getenv("ORGSTEAD_MONGODB_URI") == null ? "embedded store" : "MongoDB",
                    System.getenv().getOrDefault("ORGSTEAD_ISOLATION", "collection"));
            String token = data.prepare();
            for (int size : sizes) {
                data.fillUpTo(size);
                data.measure(token);
            }
        } finally {
            process.destroy();
            process.waitFor();
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static URI address(BufferedReader log) throws IOException {
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            Matcher matcher = READY.matcher(line);
            if (matcher.find()) {
                return URI.create(matcher.group(1));
            }
        }
        throw new IOException("the server did not start");
    }

    /** The organization that is measured. */
    private String prepare() throws IOException, InterruptedException {
        String token = create();
        for (int i = 0; i < DOCUMENTS / BATCH; i++) {
            expect(201, send("POST", "/org/data", token, batch(BATCH)));
        }
        expect(201, send("PUT", "/org/indexes", token, "{\"keys\": {\"n\": 1}}"));
        return token;
    }

    private void fillUpTo(int size) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(FILLERS);
        try {
            List<Callable<Void>> missing = IntStream.range(organizations.get(), size)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        expect(201, send("POST", "/org/data", create(), batch(10)));
                        return null;
                    })
                    .toList();
            for (Future<Void> made : threads.invokeAll(missing)) {
                made.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private String create() throws IOException, InterruptedException {
        int number = organizations.getAndIncrement();
        String name = "measured " + number;
        String email = "admin" + number + "@example.com";
        expect(201, send("POST", "/org/create", "", "{\"organization_name\": \"" + name + "\", \"email\": \"" + email
                + "\", \"password\": \"" + PASSWORD + "\"}"));
        String login = send("POST", "/admin/login", "", "{\"email\": \"" + email + "\", \"password\": \"" + PASSWORD + "\"}")
                .body();
        Matcher token = TOKEN.matcher(login);
        if (!token.find()) {
            throw new IOException(login);
        }
        return token.group(1);
    }

    /** Documents of some 200 bytes, each with a number of its own and an id that follows from it. */
    private String batch(int size) {
        int first = inserted.getAndAdd(size);
        return IntStream.range(first, first + size)
                .mapToObj(n -> "{\"_id\": \"d" + n + "\", \"n\": " + n + ", \"name\": \"" + "x".repeat(100)
                        + "\", \"at\": {\"$date\": \"2026-01-01T00:00:00Z\"}, \"tags\": [\"a\", \"b\", \"c\"]}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private void measure(String token) throws IOException, InterruptedException {
        List<Scenario> scenarios = List.of(
                new Scenario("live (no store)", REPEATS, 1, i -> send("GET", "/health/live", "", "").statusCode()),
                new Scenario("get", REPEATS, 1, i -> send("GET", "/org/data/d" + i * 37 % DOCUMENTS, token, "").statusCode()),
                new Scenario("find by index", REPEATS, 1, i -> send(
                        "POST", "/org/data/query", token, "{\"filter\": {\"n\": " + i * 41 % DOCUMENTS + "}}").statusCode()),
                new Scenario("insert one", REPEATS, 1, i -> send("POST", "/org/data", token, batch(1)).statusCode()),
                new Scenario("insert 1,000", BULK_REPEATS, BATCH, i -> send("POST", "/org/data", token, batch(BATCH)).statusCode()),
                new Scenario("export", BULK_REPEATS, 0, i -> export(token)));
        System.out.printf("%n%d organizations%n%-16s %10s %14s %10s%n", organizations.get(), "", "median ms", "documents/s", "x live");
        double ceiling = 0;
        for (Scenario scenario : scenarios) {
            double millis = median(scenario);
            int documents = scenario.documents() == 0 ? count(token) : scenario.documents();
            ceiling = ceiling == 0 ? millis : ceiling;
            System.out.printf(
                    "%-16s %10.2f %14.0f %10.1f%n", scenario.name(), millis, documents * 1000 / millis, millis / ceiling);
        }
    }

    private int count(String token) throws IOException, InterruptedException {
        Matcher count = Pattern.compile("\"documents\":(\\d+)").matcher(send("GET", "/org/usage", token, "").body());
        return count.find() ? Integer.parseInt(count.group(1)) : 0;
    }

    /** Half as many requests go before, to warm up. */
    private static double median(Scenario scenario) throws IOException, InterruptedException {
        List<Double> millis = new ArrayList<>();
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (int i = -scenario.repeats() / 2; i < scenario.repeats(); i++) {
            long begin = System.nanoTime();
            statuses.merge(scenario.request().send(i + scenario.repeats()), 1, Integer::sum);
            if (i >= 0) {
                millis.add((System.nanoTime() - begin) / 1e6);
            }
        }
        if (statuses.keySet().stream().anyMatch(status -> status >= 300)) {
            throw new IOException(scenario.name() + " was answered with " + statuses);
        }
        return millis.stream().sorted().toList().get(millis.size() / 2);
    }

    /** Reads the lines as they come and keeps none. */
    private int export(String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/org/export"))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<InputStream> export = client.send(request, BodyHandlers.ofInputStream());
        try (InputStream documents = export.body()) {
            documents.transferTo(OutputStream.nullOutputStream());
        }
        return export.statusCode();
    }

    private HttpResponse<String> send(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofMinutes(2));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        request.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static void expect(int status, HttpResponse<String> response) throws IOException {
        if (response.statusCode() != status) {
            throw new IOException(response.statusCode() + " " + response.body());
        }
    }
}
