package io.orgstead.bootstrap;

import io.orgstead.adapter.http.HttpSettings;
import io.orgstead.adapter.mongo.MongoSettings;
import io.orgstead.adapter.tracing.TracingSettings;
import io.orgstead.domain.access.LoginLimit;
import io.orgstead.domain.access.RateLimit;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.organization.IsolationModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** All settings of a server, read and valid. Not printed as a whole: some are secret. */
record ServerSettings(
        HttpSettings http,
        Optional<MongoSettings> mongo,
        Path dataFolder,
        IsolationModel isolation,
        Optional<Secret> tokenSecret,
        Duration tokenLifetime,
        int bcryptCost,
        Optional<RateLimit> rateLimit,
        Optional<LoginLimit> loginLimit,
        Duration deleteGrace,
        Quota quota,
        Optional<BackupSettings> backups,
        MetricsExposure metrics,
        TracingSettings tracing,
        LogFormat logFormat) {

    boolean isEmbedded() {
        return mongo.isEmpty();
    }

    String storeDescription() {
        return mongo.map(Stores::describe).orElseGet(() -> "embedded store in " + dataFolder);
    }

    /** A text that is never printed. */
    static final class Secret {

        private final String value;

        Secret(String value) {
            this.value = value;
        }

        String reveal() {
            return value;
        }

        @Override
        public String toString() {
            return "Secret[hidden]";
        }
    }
}
