package io.orgstead.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which certificates and keys a server starts with, and what it says about others. */
class TlsFilesTest {

    private static TestCertificate ec;
    private static TestCertificate rsa;

    @TempDir
    Path folder;

    private TlsSettings settings;

    @BeforeAll
    static void make() {
        ec = TestCertificate.ec();
        rsa = TestCertificate.with("-keyalg", "RSA", "-keysize", "2048");
    }

    @BeforeEach
    void write() {
        settings = ec.writeTo(folder);
    }

    @Test
    void takesOlderFormsOfKeys() throws IOException {
        // The form without a wrapper is what stands in the last part of PKCS#8.
        byte[] pkcs1 = tail(rsa.key().getEncoded(), 26);
        rsa.writeTo(folder);
        key(TestCertificate.pem("RSA PRIVATE KEY", pkcs1));
        assertServes(rsa);

        ec.writeTo(folder);
        key("-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n"
                + TestCertificate.pem("EC PRIVATE KEY", sec1(true)));
        assertServes(ec);
    }

    @Test
    void takesCertificateAndKeyFromOneFileWithCommentsAndWindowsLineEnds() throws IOException {
        String both = "Subject: CN=server\n" + ec.keyPem() + "\nIssuer - none -\n" + ec.chainPem();
        Files.writeString(settings.certificate(), both.replace("\n", "\r\n"));
        settings = TlsSettings.of(settings.certificate(), settings.certificate());

        assertServes(ec);
    }

    @Test
    void takesEdwardsCurves() {
        TestCertificate ed25519 = TestCertificate.with("-keyalg", "Ed25519");
        ed25519.writeTo(folder);

        assertThatNoException().isThrownBy(() -> TlsTest.start(settings).close());
    }

    @ParameterizedTest
    @CsvSource({
        "-10d, 5, expired at",
        "+5d, 5, is not valid before",
    })
    void refusesCertificatesOutOfTheirTime(String start, String days, String reason) {
        TestCertificate certificate = TestCertificate.with("-keyalg", "EC", "-startdate", start, "-validity", days);
        certificate.writeTo(folder);

        assertRefused("TLS certificate " + settings.certificate() + " " + reason + " 20");
    }

    @Test
    void refusesAKeyOfAnotherCertificate() throws IOException {
        String message = "TLS private key " + settings.key() + " does not belong to the certificate in "
                + settings.certificate();
        key(TestCertificate.ec().keyPem());
        assertRefused(message);
        key(rsa.keyPem());
        assertRefused(message);
    }

    @Test
    void refusesAChainThatIsNone() throws IOException {
        Files.writeString(settings.certificate(), ec.chainPem() + rsa.chainPem());

        assertRefused("TLS certificate " + settings.certificate()
                + " is not followed by its issuer's: certificate 2 has not issued the one before");
    }

    @Test
    void refusesEncryptedKeys() throws IOException {
        String message = "TLS private key " + settings.key() + " holds an encrypted private key; decrypt it first";
        key(TestCertificate.pem("ENCRYPTED PRIVATE KEY", new byte[40]));
        assertRefused(message);
        key("""
                -----BEGIN RSA PRIVATE KEY-----
                Proc-Type: 4,ENCRYPTED
                DEK-Info: AES-256-CBC,00

                AAAA
                -----END RSA PRIVATE KEY-----
                """);
        assertRefused(message);
    }

    @Test
    void refusesWhatItCannotRead() throws IOException {
        String prefix = "TLS private key " + settings.key() + " ";
        key("nonsense");
        assertRefused(prefix + "holds no private key in PEM");
        key(ec.chainPem());
        assertRefused(prefix + "holds no private key in PEM");
        key(TestCertificate.pem("DSA PRIVATE KEY", new byte[40]));
        assertRefused(prefix + "holds a kind of private key that is not supported");
        key(ec.keyPem().replace("M", "?"));
        assertRefused(prefix + "is damaged");
        key(TestCertificate.pem("EC PRIVATE KEY", sec1(false)));
        assertRefused(prefix + "does not name the key's curve");
        for (String label : new String[] {"PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY"}) {
            key(TestCertificate.pem(label, HexFormat.of().parseHex("300102")));
            assertRefused(prefix + "holds a private key that is damaged");
        }
        Files.delete(settings.key());
        assertRefused(prefix + "cannot be read: there is no such file");
        Files.createDirectory(settings.key());
        assertRefused(prefix + "cannot be read: ");
    }

    @Test
    void refusesWhatIsNoCertificate() throws IOException {
        Files.writeString(settings.certificate(), ec.keyPem());
        assertRefused("TLS certificate " + settings.certificate() + " holds no certificate in PEM");
        Files.writeString(settings.certificate(), TestCertificate.pem("CERTIFICATE", new byte[40]));
        assertRefused("TLS certificate " + settings.certificate() + " is damaged");
    }

    @Test
    void hidesWhatStandsInThem() {
        assertThat(TlsFiles.read(settings).toString()).isEqualTo("TlsFiles[hidden]");
    }

    /** What OpenSSL writes for a P-256 key, with or without the name of the curve. */
    private static byte[] sec1(boolean named) {
        // The JDK's PKCS#8 ends with version, secret and, on some versions, the public key; the secret has 32 bytes.
        String pkcs8 = HexFormat.of().formatHex(ec.key().getEncoded());
        String secret = pkcs8.substring(pkcs8.indexOf("0201010420") + 10).substring(0, 64);
        String parts = "0201010420" + secret + (named ? "a00a06082a8648ce3d030107" : "");
        return HexFormat.of().parseHex("30" + String.format("%02x", parts.length() / 2) + parts);
    }

    private static byte[] tail(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }

    private void key(String pem) throws IOException {
        Files.writeString(settings.key(), pem);
    }

    private void assertServes(TestCertificate certificate) {
        try (HttpAdapter server = TlsTest.start(settings)) {
            assertThat(new TlsClient(server.port(), certificate).get("/").statusCode())
                    .isEqualTo(200);
        }
    }

    private void assertRefused(String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TlsTest.start(settings).close())
                .withMessageStartingWith(message);
    }
}
