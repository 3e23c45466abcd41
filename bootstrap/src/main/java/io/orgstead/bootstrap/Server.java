package io.orgstead.bootstrap;

import io.orgstead.adapter.http.HttpAdapter;
import io.orgstead.adapter.security.SecurityAdapters;
import io.orgstead.adapter.security.SecuritySettings;
import io.orgstead.adapter.security.TokenSecret;
import io.orgstead.application.OrganizationManagement;
import io.orgstead.application.OrganizationManagementBuilder;
import io.orgstead.application.usecase.RecoverInterrupted;
import io.orgstead.application.usecase.WriteGate;
import io.orgstead.bootstrap.control.ControlServer;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;

/** The composition root: makes every part in order, wires them, and closes them in reverse. */
final class Server implements AutoCloseable {

    private final Parts parts;
    private final ServerSettings settings;
    private final Runnable left;
    private final HttpAdapter http;
    private Optional<HttpAdapter> metrics = Optional.empty();

    private Server(ServerSettings settings, Parts parts, Runnable left) {
        this.settings = settings;
        this.left = left;
        this.parts = parts;
        try {
            this.http = compose();
        } catch (RuntimeException | Error e) {
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
        return start(settings, new Parts(), () -> {});
    }

    /**
     * Starts a server and returns once it answers.
     *
     * @param parts takes what the server is made of; closing it from another thread stops the server, or its start
     * @param left called once the installation has gone to another store, and this server has nothing more to serve
     * @throws java.util.concurrent.CancellationException if the parts were closed meanwhile
     * @throws RuntimeException with a message for the operator if it cannot start; nothing is left open then
     */
    static Server start(ServerSettings settings, Parts parts, Runnable left) {
        return new Server(settings, parts, left);
    }

    /** Where it answers. */
    URI url() {
        String host = settings.http().host();
        String scheme = settings.http().tls().isPresent() ? "https://" : "http://";
        return URI.create(scheme + (host.contains(":") ? "[" + host + "]" : host) + ":" + http.port());
    }

    /** The port that shows the metrics alone, if there is one. */
    OptionalInt metricsPort() {
        return metrics.map(HttpAdapter::port).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    private HttpAdapter compose() {
        InstantSource clock = InstantSource.system();
        Watchers watchers = parts.add(Watchers.open(settings));
        Stores open = watchers.watched(parts.add(Meanwhile.prepareHttp(() -> Stores.open(settings))));
        open.requireServable();
        WriteGate gate = new WriteGate();
        Stores stores = settings.isEmbedded() ? open.behind(gate) : open;
        SecurityAdapters security = parts.add(watchers.security(securitySettings(), clock));
        OrganizationManagement management = management(stores, security, watchers, clock);
        recover(watchers.watched(management.recoverInterrupted()));
        settings.backups()
                .flatMap(
                        wanted -> management.backups().map(backups -> new DailyBackups(wanted, backups.write(), clock)))
                .ifPresent(backups -> parts.add(BackupTimer.start(backups)));
        watchers.watched(parts.add(CollectionsWatch.start(stores.diagnosis())));
        if (settings.isEmbedded()) {
            OperatorTask migration = new MigrateTask(gate, left);
            OrganizationManagement ungated = management(open, security, watchers, clock);
            ControlServer.start(settings.dataFolder(), new OperatorTasks(management, ungated, migration))
                    .ifPresent(parts::add);
        }
        metrics = settings.metrics()
                .own()
                .flatMap(address -> watchers.page()
                        .map(page -> parts.add(HttpAdapter.startMetrics(address.host(), address.port(), page))));
        HttpAdapter answering = parts.add(HttpAdapter.start(
                management,
                settings.http(),
                settings.rateLimit().map(SecurityAdapters::rateLimiter).map(watchers::watched),
                watchers.requestObservers(),
                settings.metrics().local() ? watchers.page() : Optional.empty()));
        watchers.serverAnswers();
        return answering;
    }

    private OrganizationManagement management(
            Stores stores, SecurityAdapters security, Watchers watchers, InstantSource clock) {
        OrganizationManagementBuilder builder = stores.core();
        settings.loginLimit().map(SecurityAdapters::loginThrottle).ifPresent(builder::loginThrottle);
        return builder.quota(settings.quota())
                .isolation(settings.isolation())
                .healthProbe(stores.healthProbe())
                .passwordHasher(security.passwordHasher())
                .tokenService(security.tokenService())
                .idSource(security.idSource())
                .auditLog(watchers.auditLog())
                .clock(clock)
                .deleteGrace(settings.deleteGrace())
                .build();
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
        parts.add(
                RecoveryLoop.start(recovery, settings.isEmbedded() ? recovery::recoverAll : recovery::recoverExpired));
    }

    /** Stops accepting, finishes what is in flight, then closes the rest. Can be repeated. */
    @Override
    public void close() {
        parts.close();
    }
}
