package io.orgstead.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MongoSettingsTest {

    private static final String URI = "mongodb://user:s3cret@db1:27017,db2/?replicaSet=rs";

    private static MongoClientSettings driverSettings(String uri) {
        return ClientSettings.of(MongoSettings.of(uri), new ConnectionString(uri));
    }

    @Test
    void defaultsAreTheSeedDocuments() {
        MongoSettings settings = MongoSettings.of(URI);

        assertThat(settings.database()).isEqualTo("master_db");
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.withDatabase("other").database()).isEqualTo("other");
        assertThat(settings.withTimeout(Duration.ofSeconds(9)).timeout()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void passwordIsNeverShown() {
        assertThat(MongoSettings.of(URI).toString()).doesNotContain("s3cret", "user", "db1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost:27017",
                "http://user:s3cret@localhost",
                "mongodb://",
                "mongodb://user:s3cret/x@localhost",
                "mongodb://user:s3cret@local:host:1",
                "mongodb://s3cret%zz@localhost",
                "mongodb://user:s3cret@localhost:0",
                "mongodb://user:s3cret@localhost/?maxPoolSize=-1"
            })
    void badUriIsRefusedWithoutRepeatingIt(String uri) {
        assertThatThrownBy(() -> MongoSettings.of(uri))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mongodb://[user:password@]host")
                .hasMessageNotContaining("s3cret")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.b",
                "a b",
                "a$",
                "a/b",
                "a\\b",
                "a\"b",
                "a\u0000b",
                "admin",
                "config",
                "local",
                "\u00e4aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void badDatabaseIsRefused(String name) {
        assertThatThrownBy(() -> MongoSettings.of(URI).withDatabase(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 38 bytes");
    }

    @Test
    void longestDatabaseIsTaken() {
        String longest = "d".repeat(38);

        assertThat(MongoSettings.of(URI).withDatabase(longest).database()).isEqualTo(longest);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 99, 60_001})
    void badTimeoutIsRefused(long millis) {
        assertThatThrownBy(() -> MongoSettings.of(URI).withTimeout(Duration.ofMillis(millis)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100 ms");
    }

    @Test
    void driverWaitsForNothingWithoutEnd() {
        MongoClientSettings settings = driverSettings(URI);

        assertThat(settings.getTimeout(TimeUnit.MILLISECONDS)).isEqualTo(3000);
        assertThat(settings.getClusterSettings().getServerSelectionTimeout(TimeUnit.MILLISECONDS))
                .isEqualTo(2000);
        assertThat(settings.getSocketSettings().getConnectTimeout(TimeUnit.MILLISECONDS))
                .isEqualTo(2000);
        assertThat(settings.getConnectionPoolSettings().getMaxWaitTime(TimeUnit.MILLISECONDS))
                .isEqualTo(2000);
        assertThat(settings.getConnectionPoolSettings().getMaxSize()).isEqualTo(100);
    }

    @Test
    void optionsThatContradictTheDefaultsAreRefusedAtTheStart() {
        assertThatThrownBy(() -> Startup.clientSettings(MongoSettings.of("mongodb://h/?minPoolSize=200")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("options");
    }

    @Test
    void whatTheUriSaysItselfCounts() {
        MongoClientSettings settings =
                driverSettings("mongodb://h/?maxPoolSize=7&timeoutMS=1234&serverSelectionTimeoutMS=5&connectTimeoutMS=6"
                        + "&waitQueueTimeoutMS=8&tls=true&appName=mine&retryWrites=false");

        assertThat(settings.getTimeout(TimeUnit.MILLISECONDS)).isEqualTo(1234);
        assertThat(settings.getClusterSettings().getServerSelectionTimeout(TimeUnit.MILLISECONDS))
                .isEqualTo(5);
        assertThat(settings.getSocketSettings().getConnectTimeout(TimeUnit.MILLISECONDS))
                .isEqualTo(6);
        assertThat(settings.getConnectionPoolSettings().getMaxWaitTime(TimeUnit.MILLISECONDS))
                .isEqualTo(8);
        assertThat(settings.getConnectionPoolSettings().getMaxSize()).isEqualTo(7);
        assertThat(settings.getSslSettings().isEnabled()).isTrue();
        assertThat(settings.getApplicationName()).isEqualTo("mine");
        assertThat(settings.getRetryWrites()).isFalse();
    }
}
