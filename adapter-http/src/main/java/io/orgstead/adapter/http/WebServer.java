package io.orgstead.adapter.http;

import jakarta.servlet.Servlet;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.ThreadPool;

/**
 * Builds the Jetty server around Javalin's servlet. Not left to Javalin, which would add sessions, lenient addresses, HTML
 * errors and an abrupt end.
 */
final class WebServer {

    private static final long IDLE_MILLIS_WHEN_FULL = 1000;

    private WebServer() {}

    static Server create(
            HttpSettings settings,
            ThreadPool threads,
            Servlet servlet,
            Exchanges exchanges,
            RequestLog accessLog,
            Optional<RateLimiting> rateLimiting) {
        Server server = new Server(threads);
        new Listeners(settings).addTo(server);
        server.addBean(connectionLimit(server, settings));
        server.setErrorHandler(new JettyErrors(exchanges, rateLimiting));
        server.setRequestLog(accessLog);
        server.setStopTimeout(settings.stopTimeout().toMillis());
        Edge edge = new Edge(exchanges);
        edge.setHandler(settings.tls().isPresent() ? new HttpsRedirect(context(servlet)) : context(servlet));
        server.setHandler(new GracefulHandler(edge));
        return server;
    }

    /** Who comes when the server is full waits to be accepted; who is idle makes room. */
    private static NetworkConnectionLimit connectionLimit(Server server, HttpSettings settings) {
        NetworkConnectionLimit limit = new NetworkConnectionLimit(settings.maxConnections(), server);
        limit.setEndPointIdleTimeout(Math.min(settings.keepAliveTimeout().toMillis(), IDLE_MILLIS_WHEN_FULL));
        return limit;
    }

    private static ServletContextHandler context(Servlet servlet) {
        ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.NO_SESSIONS);
        context.addServlet(new ServletHolder(servlet), "/*");
        return context;
    }
}
