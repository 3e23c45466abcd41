package io.orgstead.adapter.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A certificate with its issuers' and the private key that goes with it. One that exists can be served with. */
final class TlsIdentity {

    /** Keys in a store are encrypted with something; this store never leaves the process. */
    static final String STORE_PASSWORD = "in-memory";

    private static final byte[] PROBE = "Is this the certificate's key?".getBytes(StandardCharsets.US_ASCII);

    private final List<X509Certificate> chain;
    private final PrivateKey key;

    private TlsIdentity(List<X509Certificate> chain, PrivateKey key) {
        this.chain = chain;
        this.key = key;
    }

    /**
     * Reads and checks.
     *
     * @param files the texts
     * @param settings says which file is which, for messages
     * @throws IllegalArgumentException with file and reason if clients could not be served with this
     */
    static TlsIdentity of(TlsFiles files, TlsSettings settings) {
        List<X509Certificate> chain;
        PrivateKey key;
        try {
            chain = chain(files.certificate());
            requireValidNow(chain.get(0));
            requireInOrder(chain);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("TLS certificate " + settings.certificate() + " " + e.getMessage(), e);
        }
        try {
            key = PemPrivateKey.read(files.key());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("TLS private key " + settings.key() + " " + e.getMessage(), e);
        }
        if (!isPair(chain.get(0), key)) {
            throw new IllegalArgumentException("TLS private key " + settings.key()
                    + " does not belong to the certificate in " + settings.certificate());
        }
        return new TlsIdentity(chain, key);
    }

    private static List<X509Certificate> chain(String pem) {
        List<X509Certificate> chain = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (PemBlock block : PemBlock.allOf(pem)) {
                if (block.label().equals("CERTIFICATE")) {
                    chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block.decoded())));
                }
            }
        } catch (CertificateException | IllegalArgumentException e) {
            throw new IllegalArgumentException("is damaged", e);
        }
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("holds no certificate in PEM");
        }
        return List.copyOf(chain);
    }

    /** Of the issuers' certificates an expired one may be sent on purpose, for clients that know a newer one. */
    private static void requireValidNow(X509Certificate certificate) {
        try {
            certificate.checkValidity();
        } catch (CertificateExpiredException e) {
            throw new IllegalArgumentException(
                    "expired at " + certificate.getNotAfter().toInstant(), e);
        } catch (CertificateNotYetValidException e) {
            throw new IllegalArgumentException(
                    "is not valid before " + certificate.getNotBefore().toInstant(), e);
        }
    }

    private static void requireInOrder(List<X509Certificate> chain) {
        for (int i = 1; i < chain.size(); i++) {
            try {
                chain.get(i - 1).verify(chain.get(i).getPublicKey());
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException(
                        "is not followed by its issuer's: certificate " + (i + 1) + " has not issued the one before",
                        e);
            }
        }
    }

    private static boolean isPair(X509Certificate certificate, PrivateKey key) {
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(PROBE);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false; // Keys of two algorithms, or of two curves.
        }
    }

    /** When the certificate expires. */
    Instant expiry() {
        return chain.get(0).getNotAfter().toInstant();
    }

    /** In the form that TLS wants. */
    KeyStore keyStore() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", key, STORE_PASSWORD.toCharArray(), chain.toArray(Certificate[]::new));
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("TLS certificate and key cannot be used together", e);
        }
    }
}
