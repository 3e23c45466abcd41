package io.orgstead.adapter.http;

import io.orgstead.domain.port.MetricsPage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A server of the metrics alone, with threads of its own: it answers however busy the other one is. */
final class MetricsServer {

    private static final int MIN_THREADS = 1;
    private static final int MAX_THREADS = 5;
    private static final long IDLE_MILLIS = 30_000;
    private static final int NOT_FOUND = 404;

    private MetricsServer() {}

    static Server create(String host, int port, MetricsPage page) {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
        threads.setName("orgstead-metrics");
        threads.setReservedThreads(0);
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        server.setHandler(new Page(page));
        return server;
    }

    private static final class Page extends Handler.Abstract {

        private static final Set<String> METHODS = Set.of("GET", "HEAD");

        private final MetricsPage page;

        Page(MetricsPage page) {
            this.page = page;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            boolean found = MetricsRoute.PATH.equals(Request.getPathInContext(request))
                    && METHODS.contains(request.getMethod());
            byte[] body = found ? page.text().getBytes(StandardCharsets.UTF_8) : new byte[0];
            if (found) {
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, MetricsRoute.MEDIA_TYPE);
            } else {
                response.setStatus(NOT_FOUND);
            }
            SecurityHeaders.addTo(request, response.getHeaders());
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
            response.write(true, ByteBuffer.wrap(body), callback);
            return true;
        }
    }
}
