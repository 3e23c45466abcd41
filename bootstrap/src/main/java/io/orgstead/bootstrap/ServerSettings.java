package io.orgstead.bootstrap;

import io.orgstead.domain.access.RateLimit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** All settings of a server, read and valid. Not printed as a whole: some are secret. */
record ServerSettings(
        String host,
        int port,
        Optional<Secret> mongoUri,
        String mongoDatabase,
        Path dataFolder,
        Optional<Secret> tokenSecret,
        Duration tokenLifetime,
        int bcryptCost,
        Optional<RateLimit> rateLimit,
        List<String> trustedProxies,
        int maxBodyBytes,
        LogFormat logFormat) {

    boolean isEmbedded() {
        return mongoUri.isEmpty();
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
