package io.orgstead.adapter.http;

import java.time.Duration;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;

/**
 * What the server listens on: one port for HTTP/1.1, or with TLS for HTTP/2 and HTTP/1.1, as the client prefers (ALPN),
 * and then perhaps another port for plain HTTP, to be redirected.
 */
final class Listeners {

    private static final int REQUEST_HEADER_BYTES = 8192;

    /** The ids of documents may hold what looks like part of a path. Nothing else may, see {@link Edge}. */
    private static final UriCompliance WITH_ANY_ID = UriCompliance.DEFAULT.with(
            "WITH_ANY_ID",
            UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
            UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
            UriCompliance.Violation.SUSPICIOUS_PATH_CHARACTERS);

    /** Once the server stops, a connection may be idle for this part of the time that the stop may take, */
    private static final int SHUTDOWN_IDLE_PART = 10;

    /** and not for longer than this. */
    private static final long SHUTDOWN_IDLE_MAX_MILLIS = 1000;

    private final HttpSettings settings;

    Listeners(HttpSettings settings) {
        this.settings = settings;
    }

    /**
     * Adds them, first the one that serves.
     *
     * @throws IllegalArgumentException if the TLS files cannot be used
     */
    void addTo(Server server) {
        if (settings.tls().isEmpty()) {
            server.addConnector(connector(server, settings.port(), new HttpConnectionFactory(http())));
            return;
        }
        TlsSettings tls = settings.tls().get();
        TlsFiles files = TlsFiles.read(tls);
        TlsContext context = TlsContext.of(TlsIdentity.of(files, tls), tls.minVersion());
        server.addConnector(connector(server, settings.port(), overTls(context)));
        server.addBean(new TlsReload(tls, context, files));
        tls.redirectPort()
                .ifPresent(port -> server.addConnector(connector(server, port, new HttpConnectionFactory(http()))));
    }

    private ServerConnector connector(Server server, int port, ConnectionFactory... protocols) {
        Duration patience = settings.keepAliveTimeout().plus(settings.headTimeout());
        ServerConnector connector = new EdgeConnector(server, patience, protocols);
        connector.setHost(settings.host());
        connector.setPort(port);
        connector.setIdleTimeout(settings.keepAliveTimeout().toMillis());
        connector.setShutdownIdleTimeout(
                Math.min(settings.stopTimeout().toMillis() / SHUTDOWN_IDLE_PART, SHUTDOWN_IDLE_MAX_MILLIS));
        return connector;
    }

    private static ConnectionFactory[] overTls(TlsContext context) {
        HttpConfiguration https = http();
        // The host that a client asks for is not held against the certificate: whatever it is called, it is the same
        // server with the same organizations, and probes call it by its address.
        https.addCustomizer(new SecureRequestCustomizer(false));
        ALPNServerConnectionFactory negotiation = new ALPNServerConnectionFactory();
        negotiation.setDefaultProtocol(HttpVersion.HTTP_1_1.asString());
        return new ConnectionFactory[] {
            new SslConnectionFactory(context.factory(), negotiation.getProtocol()),
            negotiation,
            new HTTP2ServerConnectionFactory(https),
            new HttpConnectionFactory(https)
        };
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(REQUEST_HEADER_BYTES);
        http.setHttpCompliance(HttpCompliance.RFC9110);
        http.setUriCompliance(WITH_ANY_ID);
        return http;
    }
}
