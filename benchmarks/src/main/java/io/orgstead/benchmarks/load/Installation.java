package io.orgstead.benchmarks.load;

import io.orgstead.benchmarks.Main;
import io.orgstead.benchmarks.bare.BareServer;
import io.orgstead.benchmarks.client.HttpConnection;
import io.orgstead.benchmarks.client.Request;
import io.orgstead.benchmarks.measure.Calls;
import io.orgstead.benchmarks.measure.Scenario;
import io.orgstead.benchmarks.process.Listening;
import io.orgstead.benchmarks.process.Watched;
import io.orgstead.domain.organization.IsolationModel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server with its store, and the ceilings beside it. All ends when it is closed. */
public final class Installation implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final int OK = 200;

    private final Store store;
    private final int organizations;
    private final Path outputs;
    private final Listening server;
    private final List<Listening> ceilings = new ArrayList<>();
    private final Map<Integer, Tenant> tenants = new HashMap<>();

    private Installation(Store store, int organizations, Path outputs, Listening server) {
        this.store = store;
        this.organizations = organizations;
        this.outputs = outputs;
        this.server = server;
    }

    /** Fills a store and starts a server on it. The store is closed with it. */
    static Installation start(
            Path launcher, Store store, Seed seed, int organizations, IsolationModel model, Map<String, String> further)
            throws IOException, InterruptedException {
        store.use(core -> seed.plant(core, model, organizations));
        Map<String, String> settings = new HashMap<>(store.serverSettings());
        settings.put("JAVA_HOME", System.getProperty("java.home"));
        settings.put("ORGSTEAD_HTTP_PORT", "0");
        settings.put("ORGSTEAD_RATE_LIMIT", "off");
        settings.put("ORGSTEAD_LOGIN_LIMIT", "off");
        settings.put("ORGSTEAD_LOG_FORMAT", "json");
        settings.putAll(further);
        Path outputs = Files.createTempDirectory("orgstead-load-output-");
        Listening server =
                Listening.start(List.of(launcher.toAbsolutePath().toString()), settings, outputs.resolve("server.log"));
        return new Installation(store, organizations, outputs, server);
    }

    /** Where the server is. */
    public InetSocketAddress address() {
        return server.address();
    }

    /** What the server uses. */
    public Watched watched() {
        return server.watched();
    }

    /** How many organizations there were at the start. Their names are told by {@link #name}. */
    public int organizations() {
        return organizations;
    }

    /** The name of one of them, by any number. */
    public String name(long number) {
        return Seed.name((int) (number % organizations));
    }

    /**
     * Requests to its server, as what is measured.
     *
     * @param requests the bytes of each, by a number that no other of these has
     */
    public Scenario scenario(String name, int connections, int expected, LongFunction<byte[]> requests) {
        return Scenario.of(name, connections, expected, watched(), Calls.http(address(), requests));
    }

    /** Its store. */
    Store store() {
        return store;
    }

    /** The admin of one of them; logged in when first asked for. */
    Tenant tenant(int number) throws IOException {
        Tenant known = tenants.get(number);
        if (known != null) {
            return known;
        }
        Tenant tenant = logIn(Seed.name(number), Seed.email(number));
        tenants.put(number, tenant);
        return tenant;
    }

    /** Logs an admin in. */
    Tenant logIn(String name, String email) throws IOException {
        String body = "{\"email\":\"" + email + "\",\"password\":\"" + Seed.PASSWORD + "\"}";
        Matcher token = TOKEN.matcher(ask(Request.json("POST", "/admin/login", body), OK));
        if (!token.find()) {
            throw new IOException("a login without token");
        }
        return new Tenant(name, email, token.group(1));
    }

    /** Makes a request, and gives the answer's body. */
    String ask(byte[] request, int expected) throws IOException {
        try (HttpConnection connection = new HttpConnection(address())) {
            int status = connection.send(request);
            if (status != expected) {
                throw new IOException("answered " + status + " instead of " + expected + ": " + connection.body());
            }
            return connection.body();
        }
    }

    /** Starts a ceiling with the JVM's flags of the server. */
    Listening ceiling(BareServer.Kind kind, Map<String, String> settings) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(server.jvmFlags());
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), Main.BARE, kind.name()));
        Listening ceiling = Listening.start(command, settings, outputs.resolve(kind + ".log"));
        ceilings.add(ceiling);
        return ceiling;
    }

    @Override
    public void close() throws IOException {
        ceilings.forEach(Listening::close);
        server.close();
        store.close();
        // What they have written: a line for each of millions of requests.
        Folders.delete(outputs);
    }
}
