package io.orgstead.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the jar promises to whoever starts it with a certificate: that all parts of HTTP/2 got into it, too. */
class JarTlsIT {

    private static final char[] PASSWORD = "password".toCharArray();

    @TempDir
    Path folder;

    @Test
    void servesHttp2OverTls() throws Exception {
        KeyStore identity = newIdentity();
        try (JarProcess jar = JarProcess.start(folder, settings(identity))) {
            URI url = jar.url();
            HttpResponse<String> response = HttpClient.newBuilder()
                    .sslContext(trusting(identity))
                    .build()
                    .send(
                            HttpRequest.newBuilder(url.resolve("/health/ready")).build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(url).hasScheme("https");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        }
    }

    @Test
    void saysInOneLineWhatIsWrongWithTheCertificate() throws Exception {
        Map<String, String> settings = settings(newIdentity());
        Files.delete(folder.resolve("tls.key"));
        try (JarProcess jar = JarProcess.start(folder, settings)) {
            assertThat(jar.allLines())
                    .containsExactly("orgstead: TLS private key tls.key cannot be read: there is no such file");
            assertThat(jar.exitCode()).isEqualTo(1);
        }
    }

    private Map<String, String> settings(KeyStore identity) throws Exception {
        write("tls.crt", "CERTIFICATE", identity.getCertificate("server").getEncoded());
        write("tls.key", "PRIVATE KEY", identity.getKey("server", PASSWORD).getEncoded());
        return Map.of(
                "ORGSTEAD_HTTP_PORT", "0",
                "ORGSTEAD_TLS_CERT", "tls.crt",
                "ORGSTEAD_TLS_KEY", "tls.key");
    }

    private void write(String file, String label, byte[] bytes) throws Exception {
        String text = Base64.getMimeEncoder().encodeToString(bytes);
        Files.writeString(
                folder.resolve(file), "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n");
    }

    private KeyStore newIdentity() throws Exception {
        Path file = folder.resolve("identity.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String options = "-genkeypair -alias server -keyalg EC -dname CN=server -ext san=ip:127.0.0.1 -storetype PKCS12"
                + " -storepass password -keystore identity.p12";
        List<String> command = new ArrayList<>(List.of(keytool));
        command.addAll(List.of(options.split(" ", -1)));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
        KeyStore identity = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            identity.load(in, PASSWORD);
        }
        return identity;
    }

    private static SSLContext trusting(KeyStore identity) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", identity.getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
