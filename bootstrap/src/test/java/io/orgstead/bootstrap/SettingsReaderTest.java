package io.orgstead.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orgstead.adapter.http.HttpSettings;
import io.orgstead.adapter.http.TlsSettings;
import io.orgstead.domain.access.LoginLimit;
import io.orgstead.domain.access.RateLimit;
import io.orgstead.domain.data.Quota;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {

    private static final String SECRET = "a secret of more than thirty-two bytes";

    @Test
    void startsWithNothingSet() throws InvalidSettingsException {
        ServerSettings settings = SettingsReader.read(Map.of("PATH", "/bin"));
        assertThat(settings.isEmbedded()).isTrue();
        assertThat(settings.http().host()).isEqualTo("127.0.0.1");
        assertThat(settings.http().port()).isEqualTo(8080);
        assertThat(settings.http().maxBodyBytes()).isEqualTo(1 << 20);
        assertThat(settings.quota()).isEqualTo(new Quota(Long.MAX_VALUE, Long.MAX_VALUE, 1 << 20, 10));
        assertThat(settings.dataFolder()).isEqualTo(Path.of("./orgstead-data"));
        assertThat(settings.tokenSecret()).isEmpty();
        assertThat(settings.tokenLifetime()).isEqualTo(Duration.ofMinutes(30));
        assertThat(settings.bcryptCost()).isEqualTo(12);
        assertThat(settings.rateLimit()).contains(new RateLimit(100, Duration.ofMinutes(1)));
        assertThat(settings.loginLimit()).contains(new LoginLimit(10, Duration.ofMinutes(15)));
    }

    @ParameterizedTest
    @CsvSource({"off, , 0", "off, 5/1h, 5", "100/1m, off, 0", "100/1m, 5/1h, 5", "100/1m, , 10", ", OFF, 0"})
    void loginsAreLimitedIfRequestsAreUnlessSaidOtherwise(String rateLimit, String loginLimit, int failures)
            throws InvalidSettingsException {
        Map<String, String> environment = new HashMap<>();
        Optional.ofNullable(rateLimit).ifPresent(text -> environment.put("ORGSTEAD_RATE_LIMIT", text));
        Optional.ofNullable(loginLimit).ifPresent(text -> environment.put("ORGSTEAD_LOGIN_LIMIT", text));

        assertThat(SettingsReader.read(environment).loginLimit().map(LoginLimit::failures))
                .isEqualTo(Optional.of(failures).filter(number -> number > 0));
    }

    @Test
    void readsEverything() throws InvalidSettingsException {
        ServerSettings settings = SettingsReader.read(Map.ofEntries(
                Map.entry("ORGSTEAD_HTTP_HOST", "0.0.0.0"),
                Map.entry("ORGSTEAD_HTTP_PORT", "0"),
                Map.entry("ORGSTEAD_MONGODB_URI", "mongodb://db.example/"),
                Map.entry("ORGSTEAD_MONGODB_DATABASE", "tenants"),
                Map.entry("ORGSTEAD_DATA_DIR", "/var/lib/orgstead"),
                Map.entry("ORGSTEAD_JWT_SECRET", SECRET),
                Map.entry("ORGSTEAD_JWT_TTL", "12h"),
                Map.entry("ORGSTEAD_BCRYPT_COST", "10"),
                Map.entry("ORGSTEAD_RATE_LIMIT", "5/10s"),
                Map.entry("ORGSTEAD_TRUSTED_PROXIES", "10.0.0.0/8, fd00::/8"),
                Map.entry("ORGSTEAD_MAX_BODY", "64KiB"),
                Map.entry("ORGSTEAD_QUOTA_DOCUMENTS", "5000"),
                Map.entry("ORGSTEAD_QUOTA_BYTES", "20GiB"),
                Map.entry("ORGSTEAD_QUOTA_DOCUMENT_BYTES", "100kB"),
                Map.entry("ORGSTEAD_QUOTA_INDEXES", "0"),
                Map.entry("ORGSTEAD_LOG_FORMAT", "JSON"),
                Map.entry("ORGSTEAD_TEST_MONGODB_URI", "for the tests of this software")));
        assertThat(settings.mongo().orElseThrow().database()).isEqualTo("tenants");
        assertThat(settings.tokenSecret().orElseThrow().reveal()).isEqualTo(SECRET);
        assertThat(settings.tokenLifetime()).isEqualTo(Duration.ofHours(12));
        assertThat(settings.rateLimit()).contains(new RateLimit(5, Duration.ofSeconds(10)));
        assertThat(settings.http().trustedProxies()).containsExactly("10.0.0.0/8", "fd00::/8");
        assertThat(settings.http().maxBodyBytes()).isEqualTo(65_536);
        assertThat(settings.quota()).isEqualTo(new Quota(5000, 20L << 30, 100_000, 0));
        assertThat(settings.logFormat()).isEqualTo(LogFormat.JSON);
        assertThat(settings.toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP_PORT | 65536 | must be a whole number from 0 to 65535",
                "HTTP_REDIRECT_PORT | 80 | needs ORGSTEAD_TLS_CERT",
                "TLS_MIN_VERSION | 1.1 | must be 1.2 or 1.3",
                "CORS_ORIGINS | https://a.example.com:443 | must not name the default port, because browsers leave it out: https://a.example.com:443",
                "HTTP_PORT | http | must be a whole number from 0 to 65535",
                "BCRYPT_COST | 9 | must be a whole number from 10 to 16",
                "BCRYPT_COST | 17 | must be a whole number from 10 to 16",
                "JWT_TTL | 30 | must be a time, such as 45s, 30m, 12h or 7d",
                "JWT_TTL | 0s | must be from 1s to 30d",
                "JWT_TTL | 31d | must be from 1s to 30d",
                "RATE_LIMIT | 100 | must be a number of requests and a time, such as 100/1m, or off",
                "LOGIN_LIMIT | 10 | must be a number of failures and a longest delay from 1s to 1d, such as 10/15m, or off",
                "LOGIN_LIMIT | 10/2d | must be a number of failures and a longest delay from 1s to 1d, such as 10/15m, or off",
                "RATE_LIMIT | 0/1m | must be a number of requests and a time, such as 100/1m, or off",
                "MAX_BODY | 1GiB | must be from 1KiB to 16MiB",
                "MAX_BODY | 1TiB | must be a size, such as 512KiB or 1MiB",
                "MAX_BODY | 17MiB | must be from 1KiB to 16MiB",
                "QUOTA_DOCUMENTS | 0 | must be a whole number from 1 to 1000000000",
                "QUOTA_BYTES | 1 | must be at least 1KiB, or off",
                "QUOTA_BYTES | much | must be a size, such as 512KiB or 1MiB",
                "QUOTA_DOCUMENT_BYTES | 16MiB | must be from 1KiB to 15MiB",
                "QUOTA_DOCUMENT_BYTES | off | must be a size, such as 512KiB or 1MiB",
                "QUOTA_INDEXES | 51 | must be a whole number from 0 to 50",
                "LOG_FORMAT | xml | must be text or json",
                "JWT_SECRET | short | must have at least 32 bytes",
            })
    void refuses(String setting, String value, String rule) {
        assertThat(problems(Map.of("ORGSTEAD_" + setting, value)))
                .containsExactly("ORGSTEAD_" + setting + " (environment) " + rule);
    }

    @ParameterizedTest
    @CsvSource({
        "TRUSTED_PROXIES, nonsense",
        "CORS_ORIGINS, *",
        "MONGODB_URI, http://db.example",
        "MONGODB_DATABASE, a/b"
    })
    void refusesWhatAnAdapterRefuses(String setting, String value) {
        Map<String, String> environment = new HashMap<>(Map.of("ORGSTEAD_JWT_SECRET", SECRET));
        environment.put("ORGSTEAD_MONGODB_URI", "mongodb://db.example/");
        environment.put("ORGSTEAD_" + setting, value);
        assertThat(problems(environment))
                .singleElement()
                .asString()
                .startsWith("ORGSTEAD_" + setting + " (environment) ");
    }

    @Test
    void readsTlsAndOrigins() throws InvalidSettingsException {
        HttpSettings http = SettingsReader.read(Map.of(
                        "ORGSTEAD_TLS_CERT", "/etc/tls/tls.crt",
                        "ORGSTEAD_TLS_KEY", "/etc/tls/tls.key",
                        "ORGSTEAD_TLS_MIN_VERSION", "1.2",
                        "ORGSTEAD_HTTP_REDIRECT_PORT", "8081",
                        "ORGSTEAD_CORS_ORIGINS", "https://a.example.com, http://localhost:5173"))
                .http();
        assertThat(http.tls())
                .contains(TlsSettings.of(Path.of("/etc/tls/tls.crt"), Path.of("/etc/tls/tls.key"))
                        .withMinVersion(TlsSettings.Version.TLS_1_2)
                        .withRedirectPort(8081));
        assertThat(http.cors().origins()).containsExactly("https://a.example.com", "http://localhost:5173");
    }

    @Test
    void aCertificateNeedsItsKeyAndTheOtherWayRound() {
        assertThat(problems(Map.of("ORGSTEAD_TLS_CERT", "tls.crt")))
                .containsExactly("ORGSTEAD_TLS_KEY is required with ORGSTEAD_TLS_CERT");
        assertThat(problems(Map.of("ORGSTEAD_TLS_KEY", "tls.key")))
                .containsExactly("ORGSTEAD_TLS_CERT is required with ORGSTEAD_TLS_KEY");
    }

    @Test
    void redirectsFromAnotherPort() {
        assertThat(problems(Map.of(
                        "ORGSTEAD_TLS_CERT", "tls.crt",
                        "ORGSTEAD_TLS_KEY", "tls.key",
                        "ORGSTEAD_HTTP_REDIRECT_PORT", "8080")))
                .containsExactly("ORGSTEAD_HTTP_REDIRECT_PORT (environment) must not be that of ORGSTEAD_HTTP_PORT");
    }

    @Test
    void reportsAllProblemsAtOnceAndNoSecret() {
        List<String> problems = problems(Map.of(
                "ORGSTEAD_HTTP_PORT", "x",
                "ORGSTEAD_MONGODB_URI", "mongodb://user:hidden@db.example/",
                "ORGSTEAD_BCRYPT_COST", "x",
                "ORGSTEAD_HTTP_HOST", "not a host",
                "ORGSTEAD_MONGODB_DATABASE", "a/b",
                "ORGSTEAD_PORT", "8080"));
        assertThat(problems)
                .filteredOn(problem -> problem.startsWith("ORGSTEAD_MONGODB_DATABASE "))
                .hasSize(1);
        assertThat(problems)
                .filteredOn(problem -> !problem.startsWith("ORGSTEAD_MONGODB_DATABASE "))
                .containsExactlyInAnyOrder(
                        "ORGSTEAD_HTTP_HOST (environment) must be a host name or an address",
                        "ORGSTEAD_PORT (environment) is no setting of this software; see --help",
                        "ORGSTEAD_HTTP_PORT (environment) must be a whole number from 0 to 65535",
                        "ORGSTEAD_BCRYPT_COST (environment) must be a whole number from 10 to 16",
                        "ORGSTEAD_JWT_SECRET is required with ORGSTEAD_MONGODB_URI");
        assertThat(problems(Map.of(
                        "ORGSTEAD_MONGODB_URI", "mongodb://user:hidden@/", "ORGSTEAD_JWT_SECRET", "short and hidden")))
                .hasSize(2)
                .noneMatch(problem -> problem.contains("hidden"));
    }

    private static List<String> problems(Map<String, String> environment) {
        return catchThrowableOfType(InvalidSettingsException.class, () -> SettingsReader.read(environment))
                .problems();
    }
}
