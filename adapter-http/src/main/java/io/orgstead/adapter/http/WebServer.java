package io.orgstead.adapter.http;

import jakarta.servlet.Servlet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.ThreadPool;

/**
 * Builds the Jetty server around Javalin's servlet. Not left to Javalin, which would add sessions, lenient addresses, HTML
 * errors and an abrupt end.
 */
final class WebServer {

    private static final int REQUEST_HEADER_BYTES = 8192;

    /** Once the server stops, a connection may be idle for this part of the time that the stop may take. */
    private static final int SHUTDOWN_IDLE_PART = 10;

    private WebServer() {}

    static Server create(HttpSettings settings, ThreadPool threads, Servlet servlet, RequestLog accessLog) {
        Server server = new Server(threads);
        server.addConnector(connector(server, settings));
        server.setErrorHandler(new JettyErrors());
        server.setRequestLog(accessLog);
        server.setStopTimeout(settings.stopTimeout().toMillis());
        Edge edge = new Edge();
        edge.setHandler(context(servlet));
        server.setHandler(new GracefulHandler(edge));
        return server;
    }

    private static ServletContextHandler context(Servlet servlet) {
        ServletContextHandler context = new ServletContextHandler("/", ServletContextHandler.NO_SESSIONS);
        context.addServlet(new ServletHolder(servlet), "/*");
        return context;
    }

    private static ServerConnector connector(Server server, HttpSettings settings) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(REQUEST_HEADER_BYTES);
        http.setHttpCompliance(HttpCompliance.RFC9110);
        http.setUriCompliance(UriCompliance.DEFAULT);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(settings.keepAliveTimeout().toMillis());
        connector.setShutdownIdleTimeout(settings.stopTimeout().toMillis() / SHUTDOWN_IDLE_PART);
        return connector;
    }
}
