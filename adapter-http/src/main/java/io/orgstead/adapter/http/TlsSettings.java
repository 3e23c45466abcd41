package io.orgstead.adapter.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * How connections are encrypted. The files are read at start and whenever they change. Immutable.
 *
 * @param certificate a PEM file with the server's certificate and, after it, those of its issuers
 * @param key a PEM file with the certificate's private key, unencrypted: PKCS#8, PKCS#1 (RSA) or SEC 1 (EC)
 * @param minVersion the oldest version of TLS that is spoken
 * @param redirectPort a TCP port on which plain HTTP is answered with a redirection to https; 0 picks a free one, empty
 *     listens on none
 * @param reloadInterval how often the files are looked at
 */
public record TlsSettings(
        Path certificate, Path key, Version minVersion, OptionalInt redirectPort, Duration reloadInterval) {

    /** A version of TLS. What came before these is not secure (RFC 8996). */
    public enum Version {
        /** TLS 1.2, with forward secrecy and authenticated encryption only. */
        TLS_1_2,
        /** TLS 1.3. */
        TLS_1_3
    }

    /**
     * Checks the settings, not the files.
     *
     * @throws IllegalArgumentException if the port is none, or the interval is not positive; the message names the setting
     */
    public TlsSettings {
        Objects.requireNonNull(certificate, "certificate");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(minVersion, "minVersion");
        redirectPort.ifPresent(port -> HttpSettings.requirePort(port, "redirectPort"));
        HttpSettings.requirePositive(reloadInterval, "reloadInterval");
    }

    /**
     * TLS 1.3 alone, no redirecting port, files looked at every 5 seconds.
     *
     * @param certificate the PEM file of the certificate and its issuers'
     * @param key the PEM file of the private key
     * @return settings
     */
    public static TlsSettings of(Path certificate, Path key) {
        return new TlsSettings(certificate, key, Version.TLS_1_3, OptionalInt.empty(), Duration.ofSeconds(5));
    }

    /**
     * Checks the files as the start of a server does, without starting one: whether they can be read, whether the
     * certificate is valid now and followed by its issuers', and whether the key belongs to it.
     *
     * @throws IllegalArgumentException if the files cannot be used; the message says which one, and why
     */
    public void requireUsableFiles() {
        TlsIdentity.of(TlsFiles.read(this), this);
    }

    /**
     * The same with another oldest version.
     *
     * @param version the oldest that is spoken
     * @return a copy
     */
    public TlsSettings withMinVersion(Version version) {
        return new TlsSettings(certificate, key, version, redirectPort, reloadInterval);
    }

    /**
     * The same with a port that redirects.
     *
     * @param port 0 to 65535; 0 picks a free one
     * @return a copy
     */
    public TlsSettings withRedirectPort(int port) {
        return new TlsSettings(certificate, key, minVersion, OptionalInt.of(port), reloadInterval);
    }

    /**
     * The same with another time between two looks at the files.
     *
     * @param interval positive
     * @return a copy
     */
    public TlsSettings withReloadInterval(Duration interval) {
        return new TlsSettings(certificate, key, minVersion, redirectPort, interval);
    }
}
