package io.orgstead.bootstrap;

import io.orgstead.adapter.http.HttpAdapter;
import io.orgstead.adapter.security.SecurityAdapters;
import io.orgstead.adapter.security.SecuritySettings;
import io.orgstead.adapter.security.TokenSecret;
import io.orgstead.application.OrganizationManagement;
import io.orgstead.application.usecase.RecoverInterrupted;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The composition root: makes every part in order, wires them, and closes them in reverse. */
final class Server implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final ServerSettings settings;
    private final HttpAdapter http;

    private Server(ServerSettings settings) {
        this.settings = settings;
        try {
            this.http = compose();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Starts a server and returns once it answers.
     *
     * @throws RuntimeException with a message for the operator if it cannot start; nothing is left open then
     */
    static Server start(ServerSettings settings) {
        return new Server(settings);
    }

    /** Where it answers. */
    URI url() {
        String host = settings.http().host();
        String scheme = settings.http().tls().isPresent() ? "https://" : "http://";
        return URI.create(scheme + (host.contains(":") ? "[" + host + "]" : host) + ":" + http.port());
    }

    private HttpAdapter compose() {
        InstantSource clock = InstantSource.system();
        Stores stores = opened(Stores.open(settings));
        SecurityAdapters security = opened(SecurityAdapters.create(securitySettings(), clock));
        OrganizationManagement management = OrganizationManagement.builder()
                .organizations(stores.organizations())
                .admins(stores.admins())
                .tenantCollections(stores.tenantCollections())
                .healthProbe(stores.healthProbe())
                .passwordHasher(security.passwordHasher())
                .tokenService(security.tokenService())
                .idSource(security.idSource())
                .clock(clock)
                .build();
        recover(management.recoverInterrupted());
        return opened(HttpAdapter.start(
                management, settings.http(), settings.rateLimit().map(SecurityAdapters::rateLimiter)));
    }

    private SecuritySettings securitySettings() {
        String secret = settings.tokenSecret()
                .map(ServerSettings.Secret::reveal)
                .orElseGet(() -> TokenSecretFile.in(settings.dataFolder()));
        return SecuritySettings.defaults(TokenSecret.ofText(secret))
                .withTokenLifetime(settings.tokenLifetime())
                .withBcryptCost(settings.bcryptCost());
    }

    /** On the embedded store whoever owned an unfinished operation is dead: nobody else can have the store open. */
    private void recover(RecoverInterrupted recovery) {
        RecoveryLoop.log(settings.isEmbedded() ? recovery.recoverAll() : recovery.recoverExpired());
        opened(RecoveryLoop.start(recovery));
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    /** Stops accepting, finishes what is in flight, then closes the rest. Can be repeated. */
    @Override
    public void close() {
        while (!parts.isEmpty()) {
            closePart(parts.pop());
        }
    }

    private static void closePart(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("closing {} failed", part, e);
        }
    }
}
