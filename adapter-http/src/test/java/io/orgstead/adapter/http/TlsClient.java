package io.orgstead.adapter.http;

import io.orgstead.adapter.http.contract.ApiContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Ordinary clients of a server with TLS that trust one certificate. */
@SuppressWarnings("AddressSelection")
final class TlsClient {

    private final int port;
    private final SSLContext trust;

    TlsClient(int port, TestCertificate trusted) {
        this.port = port;
        this.trust = trusted.trusting();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20));
    }

    HttpClient client(HttpClient.Version version) {
        return HttpClient.newBuilder().sslContext(trust).version(version).build();
    }

    /** Sends over a new connection. */
    HttpResponse<String> send(HttpClient.Version version, HttpRequest.Builder request) {
        return send(client(version), request);
    }

    HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return ApiContract.check(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path) {
        return send(HttpClient.Version.HTTP_2, request(path));
    }

    /** A connection with one version of TLS, after the handshake. */
    SSLSocket connect(String protocol) throws IOException {
        SSLSocket socket = (SSLSocket) trust.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(15_000);
        socket.setEnabledProtocols(new String[] {protocol});
        socket.startHandshake();
        return socket;
    }

    /** What a new connection is shown. */
    Certificate certificate() {
        try (SSLSocket socket = connect("TLSv1.3")) {
            return socket.getSession().getPeerCertificates()[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
