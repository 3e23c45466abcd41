package io.orgstead.adapter.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.servlet.JavalinServlet;
import io.orgstead.application.OrganizationManagement;
import io.orgstead.domain.port.MetricsPage;
import io.orgstead.domain.port.RateLimiter;
import io.orgstead.domain.port.RequestObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server. It listens from {@link #start} to {@link #close()}; it closes nothing that it was given. Safe for use
 * by any number of threads.
 */
public final class HttpAdapter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpAdapter.class);

    private final Server server;
    private final List<Integer> ports;

    private HttpAdapter(Server server) {
        this.server = server;
        this.ports = Arrays.stream(server.getConnectors())
                .map(connector -> ((ServerConnector) connector).getLocalPort())
                .toList();
    }

    /**
     * Starts a server. When this returns, it answers requests.
     *
     * @param management the use cases to serve
     * @param settings how to listen
     * @param rateLimiter counts requests by client; empty for no limit
     * @return the running server, to be closed by the caller
     * @throws UncheckedIOException if an address cannot be listened on, for instance because the port is taken
     * @throws IllegalArgumentException if the TLS certificate and key cannot be used; the message says which file, and why
     */
    public static HttpAdapter start(
            OrganizationManagement management, HttpSettings settings, Optional<RateLimiter> rateLimiter) {
        return start(management, settings, rateLimiter, List.of(), Optional.empty());
    }

    /**
     * Starts a server that is watched. When this returns, it answers requests.
     *
     * @param management the use cases to serve
     * @param settings how to listen
     * @param rateLimiter counts requests by client; empty for no limit
     * @param observers are told of every request, in this order
     * @param metrics what {@code /metrics} shows to programs on the same machine; empty for no such path
     * @return the running server, to be closed by the caller
     * @throws UncheckedIOException as {@link #start(OrganizationManagement, HttpSettings, Optional)} does
     * @throws IllegalArgumentException as {@link #start(OrganizationManagement, HttpSettings, Optional)} does
     */
    public static HttpAdapter start(
            OrganizationManagement management,
            HttpSettings settings,
            Optional<RateLimiter> rateLimiter,
            List<RequestObserver> observers,
            Optional<MetricsPage> metrics) {
        return start(UseCases.of(management), settings, rateLimiter, observers, metrics);
    }

    /**
     * Starts a server of {@code /metrics} alone, for whoever can reach it: plain HTTP, with few threads of its own.
     *
     * @param host the address or host name to listen on
     * @param port the TCP port; 0 picks a free one, see {@link #port()}
     * @param metrics what it shows
     * @return the running server, to be closed by the caller
     * @throws UncheckedIOException if the address cannot be listened on
     */
    public static HttpAdapter startMetrics(String host, int port, MetricsPage metrics) {
        Server server = MetricsServer.create(host, port, metrics);
        listen(server, host, Integer.toString(port));
        return new HttpAdapter(server);
    }

    static HttpAdapter start(UseCases useCases, HttpSettings settings, Optional<RateLimiter> rateLimiter) {
        return start(useCases, settings, rateLimiter, List.of(), Optional.empty());
    }

    static HttpAdapter start(
            UseCases useCases,
            HttpSettings settings,
            Optional<RateLimiter> rateLimiter,
            List<RequestObserver> observers,
            Optional<MetricsPage> metrics) {
        QueuedThreadPool threads = RequestThreads.create();
        ClientAddress clientAddress = new ClientAddress(settings.trustedProxies());
        RouteTable routes = routes(useCases, settings, clientAddress, RequestThreads.forBlocking(threads));
        metrics.ifPresent(page -> new MetricsRoute(page, clientAddress).addTo(routes));
        Exchanges exchanges = new Exchanges(observers, clientAddress);
        Optional<RateLimiting> rateLimiting = rateLimiter.map(limiter -> new RateLimiting(limiter, clientAddress));
        Javalin javalin = Javalin.create(config -> {
            configure(config);
            // First, so that a page may read what it is refused for, too.
            if (settings.cors().isOpen()) {
                config.routes.before(new Cors(settings.cors(), routes));
            }
            rateLimiting.ifPresent(config.routes::before);
            routes.register(config);
            ExceptionMapping.register(config, routes);
            config.routes.after(Answers::complete);
        });
        Server server = WebServer.create(
                settings,
                threads,
                new JavalinServlet(javalin.unsafe),
                exchanges,
                new AccessLog(routes, exchanges),
                rateLimiting);
        listen(server, settings.host(), ports(settings));
        return new HttpAdapter(server);
    }

    static RouteTable routes(UseCases useCases, HttpSettings settings, ClientAddress clientAddress, Executor executor) {
        RequestBody requestBody = new RequestBody(
                settings.maxBodyBytes(),
                new BodyBudget(settings.maxBufferedBodyBytes()),
                settings.bodyTimeout(),
                executor);
        RouteTable routes = new RouteTable();
        Authentication authentication = new Authentication(useCases.authorize());
        new OrganizationRoutes(useCases, authentication, requestBody).addTo(routes);
        useCases.data().ifPresent(data -> {
            new DataRoutes(data, authentication, requestBody).addTo(routes);
            new DocumentRoutes(data, authentication, requestBody).addTo(routes);
            new IndexRoutes(data, authentication, requestBody).addTo(routes);
            data.schema().ifPresent(schema -> new SchemaRoutes(schema, authentication, requestBody).addTo(routes));
            new TransferRoutes(data, authentication, new Transfers(executor), settings.maxBodyBytes()).addTo(routes);
        });
        new AdminRoutes(useCases.logIn(), requestBody, clientAddress).addTo(routes);
        new HealthRoutes(new Readiness(useCases.health(), executor, System::nanoTime)).addTo(routes);
        new RootRoute(settings).addTo(routes);
        new DocumentationRoutes(settings).addTo(routes);
        return routes;
    }

    /**
     * Wakes up the libraries that a server is made of, so that {@link #start} has less to do. Changes nothing else, and may
     * be left out; whoever has another part to start can do that meanwhile, on another thread. Not to be called while
     * {@link #start} runs.
     */
    public static void prepare() {
        Javalin javalin = Javalin.create(HttpAdapter::configure);
        WebServer.create(
                HttpSettings.builder().build(),
                RequestThreads.create(),
                new JavalinServlet(javalin.unsafe),
                new Exchanges(List.of(), new ClientAddress(List.of())),
                (request, response) -> LOG.trace("never called: this server never starts"),
                Optional.empty());
    }

    private static void configure(JavalinConfig config) {
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.router.ignoreTrailingSlashes = false;
    }

    private static void listen(Server server, String host, String ports) {
        try {
            server.start();
        } catch (Exception e) {
            stopQuietly(server, e);
            throw new UncheckedIOException(
                    "cannot listen on " + host + ":" + ports + ": " + RootCause.told(e),
                    e instanceof IOException io ? io : new IOException(e));
        }
    }

    private static String ports(HttpSettings settings) {
        OptionalInt redirect = settings.tls().map(TlsSettings::redirectPort).orElseGet(OptionalInt::empty);
        return settings.port() + (redirect.isPresent() ? " and :" + redirect.getAsInt() : "");
    }

    private static void stopQuietly(Server server, Exception reason) {
        try {
            server.stop();
        } catch (Exception e) {
            reason.addSuppressed(e);
        }
    }

    /**
     * Where the server listens.
     *
     * @return the TCP port, also where the settings left the choice to the system
     */
    public int port() {
        return ports.get(0);
    }

    /** Where plain HTTP is redirected from, if anywhere. */
    OptionalInt redirectPort() {
        return ports.size() > 1 ? OptionalInt.of(ports.get(1)) : OptionalInt.empty();
    }

    /**
     * Stops: accepts no more connections, refuses further requests on open ones (503), lets requests in flight finish for
     * as long as {@link HttpSettings#stopTimeout()}, then cuts off what is left. Returns when all of it is done; closing
     * again does nothing.
     */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (TimeoutException e) {
            LOG.warn("Requests that did not finish in time were cut off");
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP server did not stop in order", e);
        }
    }
}
