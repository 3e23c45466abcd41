package io.orgstead.adapter.http;

import java.security.KeyStore;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** What new connections are encrypted with. The identity can be replaced while connections are open: they keep theirs. */
final class TlsContext {

    private static final String TLS_1_2 = "TLSv1.2";
    private static final String TLS_1_3 = "TLSv1.3";

    /** Those of TLS 1.3, and of 1.2 those with forward secrecy and authenticated encryption (RFC 9325, section 4.2). */
    private static final String[] CIPHER_SUITES = {
        "TLS_AES_256_GCM_SHA384",
        "TLS_AES_128_GCM_SHA256",
        "TLS_CHACHA20_POLY1305_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
        "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"
    };

    private final SslContextFactory.Server factory;

    private TlsContext(SslContextFactory.Server factory) {
        this.factory = factory;
    }

    static TlsContext of(TlsIdentity identity, TlsSettings.Version minVersion) {
        SslContextFactory.Server factory = new SslContextFactory.Server();
        factory.setIncludeProtocols(
                minVersion == TlsSettings.Version.TLS_1_3 ? new String[] {TLS_1_3} : new String[] {TLS_1_3, TLS_1_2});
        factory.setExcludeCipherSuites();
        factory.setIncludeCipherSuites(CIPHER_SUITES);
        factory.setRenegotiationAllowed(false);
        factory.setKeyStorePassword(TlsIdentity.STORE_PASSWORD);
        factory.setKeyStore(identity.keyStore());
        return new TlsContext(factory);
    }

    SslContextFactory.Server factory() {
        return factory;
    }

    /** Serves new connections with another identity. */
    void replace(TlsIdentity identity) throws Exception {
        KeyStore store = identity.keyStore();
        factory.reload(running -> running.setKeyStore(store));
    }
}
