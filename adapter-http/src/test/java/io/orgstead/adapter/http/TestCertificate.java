package io.orgstead.adapter.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for 127.0.0.1 and its key, made by the running JDK's keytool. */
record TestCertificate(PrivateKey key, List<Certificate> chain) {

    private static final String PASSWORD = "password";

    /** One that signed itself. */
    static TestCertificate with(String... options) {
        Path store = newStore();
        generate(store, "server", options);
        return read(store);
    }

    /** One of an authority, followed by the authority's own. */
    static TestCertificate ofAuthority() {
        Path store = newStore();
        generate(store, "authority", "-keyalg", "EC", "-groupname", "secp256r1", "-ext", "bc:critical=ca:true");
        generate(store, "server", "-keyalg", "EC", "-groupname", "secp256r1", "-signer", "authority");
        return read(store);
    }

    static TestCertificate ec() {
        return with("-keyalg", "EC", "-groupname", "secp256r1");
    }

    private static Path newStore() {
        try {
            return Files.createTempDirectory("orgstead-test").resolve("store.p12");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void generate(Path store, String alias, String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                "CN=" + alias,
                "-ext",
                "san=ip:127.0.0.1",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD));
        command.addAll(List.of(options));
        try {
            Process keytool =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static TestCertificate read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            TestCertificate certificate = new TestCertificate(
                    (PrivateKey) store.getKey("server", PASSWORD.toCharArray()),
                    List.of(store.getCertificateChain("server")));
            Files.delete(file);
            Files.delete(file.getParent());
            return certificate;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String chainPem() {
        StringBuilder pem = new StringBuilder();
        try {
            for (Certificate certificate : chain) {
                pem.append(pem("CERTIFICATE", certificate.getEncoded()));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return pem.toString();
    }

    String keyPem() {
        return pem("PRIVATE KEY", key.getEncoded());
    }

    static String pem(String label, byte[] bytes) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + label
                + "-----\n";
    }

    /** Writes the files {@code tls.crt} and {@code tls.key}. */
    TlsSettings writeTo(Path folder) {
        try {
            Path certificateFile = Files.writeString(folder.resolve("tls.crt"), chainPem());
            Path keyFile = Files.writeString(folder.resolve("tls.key"), keyPem());
            return TlsSettings.of(certificateFile, keyFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A client's side of TLS that trusts the last certificate of the chain, and nobody else. */
    SSLContext trusting() {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("trusted", chain.get(chain.size() - 1));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
