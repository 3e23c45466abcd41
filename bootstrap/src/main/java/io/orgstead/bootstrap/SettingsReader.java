package io.orgstead.bootstrap;

import io.orgstead.adapter.http.CorsSettings;
import io.orgstead.adapter.http.HttpSettings;
import io.orgstead.adapter.http.TlsSettings;
import io.orgstead.adapter.mongo.MongoSettings;
import io.orgstead.adapter.tracing.TracingSettings;
import io.orgstead.bootstrap.ServerSettings.Secret;
import io.orgstead.domain.access.LoginLimit;
import io.orgstead.domain.access.RateLimit;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.organization.IsolationModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes settings of what is given, and reports everything that is wrong with it at once. */
final class SettingsReader {

    private static final int MIN_SECRET_BYTES = 32;
    private static final int MIN_BCRYPT_COST = 10;
    private static final int MAX_BCRYPT_COST = 16;
    private static final int MAX_INDEXES = 50;
    private static final int MAX_BACKUPS = 10_000;

    private final GivenSettings settings;
    private final List<String> problems;

    private SettingsReader(GivenSettings settings) {
        this.settings = settings;
        this.problems = new ArrayList<>(settings.problems());
    }

    static ServerSettings read(Map<String, String> environment) throws InvalidSettingsException {
        return read(GivenSettings.of(environment));
    }

    static ServerSettings read(GivenSettings settings) throws InvalidSettingsException {
        return new SettingsReader(settings).read();
    }

    /** The cost of password hashes alone, whatever is wrong with other values. */
    static int bcryptCost(GivenSettings settings) throws InvalidSettingsException {
        SettingsReader reader = new SettingsReader(settings);
        int cost = reader.bcryptCost();
        reader.refuseProblems();
        return cost;
    }

    private ServerSettings read() throws InvalidSettingsException {
        // A value that is wrong is replaced by a harmless one, so that the others are looked at too.
        Optional<RateLimit> rateLimit = parse(Setting.RATE_LIMIT, SettingValues::rateLimit, Optional.empty());
        ServerSettings read = new ServerSettings(
                http(),
                mongo(),
                parse(Setting.DATA_DIR, Path::of, Path.of(".")),
                parse(Setting.ISOLATION, SettingValues::isolation, IsolationModel.COLLECTION),
                tokenSecret(),
                parse(Setting.JWT_TTL, SettingValues::tokenLifetime, Duration.ofMinutes(1)),
                bcryptCost(),
                rateLimit,
                loginLimit(rateLimit),
                parse(Setting.DELETE_GRACE, SettingValues::deleteGrace, Duration.ZERO),
                quota(),
                backups(),
                parse(Setting.METRICS, MetricsExposure::parse, MetricsExposure.NONE),
                new TracingSettings(settings.environment(), Main.version()),
                given(Setting.LOG_FORMAT).isPresent()
                        ? parse(Setting.LOG_FORMAT, SettingValues::logFormat, LogFormat.TEXT)
                        : LogFormat.byDefault());
        refuseProblems();
        return read;
    }

    private void refuseProblems() throws InvalidSettingsException {
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(problems);
        }
    }

    private int bcryptCost() {
        return parse(
                Setting.BCRYPT_COST,
                text -> SettingValues.integer(text, MIN_BCRYPT_COST, MAX_BCRYPT_COST),
                MIN_BCRYPT_COST);
    }

    private HttpSettings http() {
        int port = parse(Setting.HTTP_PORT, SettingValues::port, 0);
        HttpSettings.Builder http = HttpSettings.builder()
                .host(parse(Setting.HTTP_HOST, SettingValues::host, ""))
                .port(port)
                .maxBodyBytes(parse(Setting.MAX_BODY, SettingValues::bodySize, 1))
                .trustedProxies(parse(Setting.TRUSTED_PROXIES, SettingsReader::proxies, List.of()))
                .cors(parse(
                        Setting.CORS_ORIGINS,
                        text -> new CorsSettings(SettingValues.list(text)),
                        CorsSettings.closed()))
                .version(Main.version());
        tls(port).ifPresent(http::tls);
        return http.build();
    }

    private static List<String> proxies(String text) {
        return HttpSettings.builder()
                .trustedProxies(SettingValues.list(text))
                .build()
                .trustedProxies();
    }

    private Optional<TlsSettings> tls(int port) {
        requireBoth(Setting.TLS_CERT, Setting.TLS_KEY);
        requireBoth(Setting.TLS_KEY, Setting.TLS_CERT);
        Optional<Path> certificate = file(Setting.TLS_CERT);
        Optional<Path> key = file(Setting.TLS_KEY);
        TlsSettings.Version version =
                parse(Setting.TLS_MIN_VERSION, SettingValues::tlsVersion, TlsSettings.Version.TLS_1_3);
        Optional<Integer> redirectPort = redirectPort(port);
        if (certificate.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        TlsSettings tls = TlsSettings.of(certificate.get(), key.get()).withMinVersion(version);
        return Optional.of(redirectPort.map(tls::withRedirectPort).orElse(tls));
    }

    private Optional<Integer> redirectPort(int port) {
        if (given(Setting.HTTP_REDIRECT_PORT).isEmpty()) {
            return Optional.empty();
        }
        int redirectPort = parse(Setting.HTTP_REDIRECT_PORT, SettingValues::port, 0);
        if (given(Setting.TLS_CERT).isEmpty()) {
            problems.add(settings.label(Setting.HTTP_REDIRECT_PORT) + " needs " + Setting.TLS_CERT.variable());
        }
        if (redirectPort == port && port != 0) {
            problems.add(settings.label(Setting.HTTP_REDIRECT_PORT) + " must not be that of "
                    + Setting.HTTP_PORT.variable());
            return Optional.empty();
        }
        return Optional.of(redirectPort);
    }

    private Optional<BackupSettings> backups() {
        LocalTime at = parse(Setting.BACKUP_AT, SettingValues::timeOfDay, LocalTime.MIDNIGHT);
        int keep = parse(Setting.BACKUP_KEEP, text -> SettingValues.integer(text, 1, MAX_BACKUPS), 1);
        return file(Setting.BACKUP_DIR).map(folder -> new BackupSettings(folder, at, keep));
    }

    private Optional<Path> file(Setting setting) {
        return given(setting).flatMap(ignored -> parse(setting, text -> Optional.of(Path.of(text)), Optional.empty()));
    }

    private void requireBoth(Setting one, Setting other) {
        if (given(one).isPresent() && given(other).isEmpty()) {
            problems.add(other.variable() + " is required with " + one.variable());
        }
    }

    /** The database's name is looked at even where the URI is wrong or missing, so that all that is wrong is told at once. */
    private Optional<MongoSettings> mongo() {
        // No settings are made unless they are used: that would wake up the driver, which takes time and memory.
        String database = parse(Setting.MONGODB_DATABASE, MongoSettings::databaseName, MongoSettings.DEFAULT_DATABASE);
        return given(Setting.MONGODB_URI)
                .flatMap(uri -> parse(
                        Setting.MONGODB_URI,
                        text -> Optional.of(MongoSettings.of(text).withDatabase(database)),
                        Optional.empty()));
    }

    /** Whoever wants no limit on requests wants none on logins, unless they say so. */
    private Optional<LoginLimit> loginLimit(Optional<RateLimit> rateLimit) {
        return rateLimit.isEmpty() && given(Setting.LOGIN_LIMIT).isEmpty()
                ? Optional.empty()
                : parse(Setting.LOGIN_LIMIT, SettingValues::loginLimit, Optional.empty());
    }

    private Quota quota() {
        return new Quota(
                parse(Setting.QUOTA_DOCUMENTS, SettingValues::documentLimit, 1L),
                parse(Setting.QUOTA_BYTES, SettingValues::byteLimit, 1L),
                parse(Setting.QUOTA_DOCUMENT_BYTES, SettingValues::documentSize, 1L),
                parse(Setting.QUOTA_INDEXES, text -> SettingValues.integer(text, 0, MAX_INDEXES), 0));
    }

    private Optional<Secret> tokenSecret() {
        boolean required = given(Setting.MONGODB_URI).isPresent() || settings.isUnusable(Setting.MONGODB_URI);
        Optional<String> secret = given(Setting.JWT_SECRET);
        if (secret.isEmpty() && required && !settings.isUnusable(Setting.JWT_SECRET)) {
            problems.add(Setting.JWT_SECRET.variable() + " is required with " + Setting.MONGODB_URI.variable());
        }
        if (secret.isPresent() && secret.get().getBytes(StandardCharsets.UTF_8).length < MIN_SECRET_BYTES) {
            problems.add(settings.label(Setting.JWT_SECRET) + " must have at least " + MIN_SECRET_BYTES + " bytes");
        }
        return secret.map(Secret::new);
    }

    private Optional<String> given(Setting setting) {
        return settings.find(setting).map(GivenValue::text);
    }

    private <T> T parse(Setting setting, Function<String, T> parser, T harmless) {
        try {
            return parser.apply(settings.text(setting));
        } catch (IllegalArgumentException | InvalidValueException e) {
            problems.add(settings.label(setting) + " " + e.getMessage());
            return harmless;
        }
    }
}
