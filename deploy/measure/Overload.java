import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures what organizations' look-ups feel of a storm of logins, and of thousands of clients that stall.
 *
 * <pre>java deploy/measure/Overload.java [SECONDS]       with JAVA_HOME, or the JVM that runs this; 10 seconds each</pre>
 *
 * Starts a server with deploy/bin/orgstead, rate limits off, on the embedded store or on ORGSTEAD_MONGODB_URI, and asks
 * {@code GET /org/get} from 16 connections, one request after another with a pause of 0 to 20 ms on each:
 *
 * <ol>
 *   <li>quiet: nobody else is there;
 *   <li>logins: 64 other connections log in, one attempt right after another, wrong passwords and right ones;
 *   <li>stalled: 1,000 connections have sent half a head, and 1,000 half a body.
 * </ol>
 *
 * Client and server share the machine's processors, so the clock says what both cost. Exits with 1 if a look-up fails, or
 * the 95th percentile with others about is 50 ms or more.
 */
final class Overload {

    private static final int READERS = 16;
    private static final int LOGINS = 64;
    private static final int STALLED = 1000;
    private static final int PAUSE_MILLIS = 20;
    private static final double LIMIT_MILLIS = 50;
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final Pattern READY = Pattern.compile("is ready on http://([^: ]+):(\\d+)");
    private static final String EMAIL = "admin@acme.com";
    private static final String PASSWORD = "correct horse";

    private final InetSocketAddress server;
    private final Duration phase;
    private final ExecutorService clients = Executors.newCachedThreadPool();

    private Overload(InetSocketAddress server, int seconds) {
        this.server = server;
        this.phase = new Duration(seconds * 1_000_000_000L);
    }

    private record Duration(long nanos) {}

    /** What one client saw: the times of its answers in milliseconds, and how many it got of each status; 0 for none. */
    private record Seen(List<Double> millis, Map<Integer, Integer> statuses) {

        static Seen nothing() {
            return new Seen(new ArrayList<>(), new TreeMap<>());
        }

        void add(int status, double took) {
            millis.add(took);
            statuses.merge(status, 1, Integer::sum);
        }

        void addAll(Seen other) {
            millis.addAll(other.millis);
            other.statuses.forEach((status, count) -> statuses.merge(status, count, Integer::sum));
        }

        double percentile(double part) {
            List<Double> sorted = millis.stream().sorted().toList();
            return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(Math.ceil(part * sorted.size()) - 1)));
        }
    }

    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        String home = System.getenv().getOrDefault("JAVA_HOME", System.getProperty("java.home"));
        Path folder = Files.createTempDirectory("orgstead-overload-");
        ProcessBuilder builder = new ProcessBuilder("deploy/bin/orgstead").redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", home);
        builder.environment().put("ORGSTEAD_DATA_DIR", folder.toString());
        builder.environment().put("ORGSTEAD_HTTP_PORT", "0");
        builder.environment().put("ORGSTEAD_RATE_LIMIT", "off");
        builder.environment().put("ORGSTEAD_LOG_FORMAT", "json");
        Process process = builder.start();
        BufferedReader log =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        boolean kept;
        try {
            Overload overload = new Overload(address(log), seconds);
            // The log is read to its end, so that the server never waits for its reader.
            overload.clients.submit(() -> log.lines().forEach(line -> {}));
            System.out.printf(
                    "%s, %d processors%n", release(Path.of(home)), Runtime.getRuntime().availableProcessors());
            kept = overload.measure();
            overload.clients.shutdownNow();
            kept &= process.isAlive();
        } finally {
            process.destroy();
            process.waitFor();
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        System.out.println(kept ? "kept" : "NOT kept");
        System.exit(kept ? 0 : 1);
    }

    private static String release(Path home) throws IOException {
        try (Stream<String> lines = Files.lines(home.resolve("release"))) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION=")).findFirst().orElse("?");
        }
    }

    private static InetSocketAddress address(BufferedReader log) throws IOException {
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            Matcher matcher = READY.matcher(line);
            if (matcher.find()) {
                return new InetSocketAddress(InetAddress.getByName(matcher.group(1)), Integer.parseInt(matcher.group(2)));
            }
        }
        throw new IOException("the server did not start");
    }

    private boolean measure() throws Exception {
        String create = "{\"organization_name\": \"Acme\", \"email\": \"%s\", \"password\": \"%s\"}".formatted(EMAIL, PASSWORD);
        try (Connection connection = new Connection(server)) {
            int status = connection.send(post("/org/create", create));
            if (status != 201 && status != 409) {
                throw new IOException("create answered " + status);
            }
        }
        read(phase); // The JVM warms up.
        System.out.printf("%-10s %9s %8s %8s %8s %8s  %s%n", "", "look-ups", "p50 ms", "p95 ms", "p99 ms", "max ms", "statuses");
        Seen quiet = row("quiet", read(phase));

        long end = System.nanoTime() + phase.nanos();
        List<Future<Seen>> logins = many(LOGINS, () -> logIn(end));
        Seen storm = row("logins", read(phase));
        Seen attempts = join(logins);
        System.out.printf("           meanwhile %d logins: %s%n", attempts.millis().size(), attempts.statuses());

        List<Connection> stalled = stall();
        Seen waiting = row("stalled", read(phase));
        for (Connection connection : stalled) {
            connection.close();
        }
        row("after", read(phase));
        System.out.printf(Locale.ROOT, "p95 beside quiet: logins %.1f times, stalled %.1f times%n",
                storm.percentile(0.95) / quiet.percentile(0.95), waiting.percentile(0.95) / quiet.percentile(0.95));
        return kept(storm) & kept(waiting);
    }

    private static boolean kept(Seen seen) {
        return seen.statuses().keySet().equals(java.util.Set.of(200)) && seen.percentile(0.95) < LIMIT_MILLIS;
    }

    private static Seen row(String name, Seen seen) {
        System.out.printf(Locale.ROOT, "%-10s %9d %8.1f %8.1f %8.1f %8.1f  %s%n", name, seen.millis().size(),
                seen.percentile(0.5), seen.percentile(0.95), seen.percentile(0.99), seen.percentile(1), seen.statuses());
        return seen;
    }

    private Seen read(Duration time) throws Exception {
        long end = System.nanoTime() + time.nanos();
        return join(many(READERS, () -> {
            Seen seen = Seen.nothing();
            try (Connection connection = new Connection(server)) {
                while (System.nanoTime() < end) {
                    Thread.sleep(ThreadLocalRandom.current().nextInt(PAUSE_MILLIS + 1));
                    timed(seen, connection, "GET /org/get?organization_name=acme HTTP/1.1\r\nHost: localhost\r\n\r\n");
                }
            }
            return seen;
        }));
    }

    private Seen logIn(long end) throws IOException {
        Seen seen = Seen.nothing();
        try (Connection connection = new Connection(server)) {
            for (int i = 0; System.nanoTime() < end; i++) {
                String password = i % 2 == 0 ? PASSWORD : "wrong horse";
                timed(seen, connection, post("/admin/login", "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(EMAIL, password)));
            }
        }
        return seen;
    }

    private List<Connection> stall() throws IOException {
        List<Connection> stalled = new ArrayList<>();
        for (int i = 0; i < STALLED; i++) {
            stalled.add(new Connection(server));
            stalled.get(stalled.size() - 1).write("GET /org/get?organization_name=acme HTTP/1.1\r\nHost: loc");
            stalled.add(new Connection(server));
            stalled.get(stalled.size() - 1).write("POST /admin/login HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: application/json\r\nContent-Length: 64\r\n\r\n{\"email\": \"");
        }
        return stalled;
    }

    /** What gets no answer counts as status 0, and ends that client's connection: the next request has a new one. */
    private static void timed(Seen seen, Connection connection, String request) {
        long begin = System.nanoTime();
        int status;
        try {
            status = connection.send(request);
        } catch (IOException e) {
            status = 0;
        }
        seen.add(status, (System.nanoTime() - begin) / 1e6);
    }

    private static String post(String path, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    private List<Future<Seen>> many(int count, Callable<Seen> client) {
        List<Future<Seen>> futures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            futures.add(clients.submit(client));
        }
        return futures;
    }

    private static Seen join(List<Future<Seen>> futures) throws Exception {
        Seen all = Seen.nothing();
        for (Future<Seen> future : futures) {
            all.addAll(future.get());
        }
        return all;
    }

    /** One keep-alive connection, opened when first needed and again after a failure. */
    private static final class Connection implements AutoCloseable {

        private final InetSocketAddress address;
        private Socket socket;
        private InputStream in;

        Connection(InetSocketAddress address) {
            this.address = address;
        }

        void write(String text) throws IOException {
            if (socket == null) {
                socket = new Socket();
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(TIMEOUT_MILLIS);
                socket.connect(address, TIMEOUT_MILLIS);
                in = new BufferedInputStream(socket.getInputStream());
            }
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        /** The status of the answer, whose body is read; the server states its length. */
        int send(String request) throws IOException {
            try {
                write(request);
                String status = line();
                int length = 0;
                boolean last = false;
                for (String header = line(); !header.isEmpty(); header = line()) {
                    String name = header.toLowerCase(Locale.ROOT);
                    if (name.startsWith("content-length:")) {
                        length = Integer.parseInt(header.substring(15).strip());
                    }
                    last |= name.equals("connection: close");
                }
                if (in.readNBytes(length).length < length) {
                    throw new IOException("the answer is cut off");
                }
                if (last) {
                    close();
                }
                return Integer.parseInt(status.split(" ", 3)[1]);
            } catch (IOException e) {
                close();
                throw e;
            }
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new IOException("the connection is closed");
                }
                line.append((char) next);
            }
            return line.toString().strip();
        }

        @Override
        public void close() throws IOException {
            if (socket != null) {
                socket.close();
                socket = null;
            }
        }
    }
}
