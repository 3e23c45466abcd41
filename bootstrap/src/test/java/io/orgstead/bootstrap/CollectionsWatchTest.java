package io.orgstead.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.port.StoreDiagnosis;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The log says when collections become too many, and metrics show how many there are. */
class CollectionsWatchTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(CollectionsWatch.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        logger.setLevel(Level.WARN);
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(lines);
        logger.setLevel(null);
    }

    private static final class Holding implements StoreDiagnosis {

        private final long collections;
        private final CountDownLatch counted = new CountDownLatch(1);

        Holding(long collections) {
            this.collections = collections;
        }

        @Override
        public List<String> missingIndexes() {
            return List.of();
        }

        @Override
        public Instant time() {
            return Instant.EPOCH;
        }

        @Override
        public long countCollections() {
            counted.countDown();
            if (collections < 0) {
                throw new StoreUnavailableException(null);
            }
            return collections;
        }
    }

    @Test
    void manyAreToldOf() {
        try (CollectionsWatch watch = CollectionsWatch.start(new Holding(4_000))) {
            Awaitility.await().until(() -> !lines.list.isEmpty());
            assertThat(watch.latest()).isEqualTo(4_000);
            assertThat(lines.list.get(0).getFormattedMessage())
                    .startsWith("4000 collections, and with 5000 half of what there should be");
        }
    }

    @Test
    void tooManyAreToldOf() {
        try (CollectionsWatch watch = CollectionsWatch.start(new Holding(8_000))) {
            Awaitility.await().until(() -> !lines.list.isEmpty());
            assertThat(watch.latest()).isEqualTo(8_000);
            assertThat(lines.list.get(0).getFormattedMessage())
                    .startsWith("8000 collections, and there should be at most 10000");
        }
    }

    @Test
    void fewAreNot() {
        try (CollectionsWatch watch = CollectionsWatch.start(new Holding(3_999))) {
            Awaitility.await().until(() -> watch.latest() == 3_999);
        }
        assertThat(lines.list).isEmpty();
    }

    @Test
    void aStoreThatDoesNotAnswerIsNoFault() throws InterruptedException {
        Holding away = new Holding(-1);
        try (CollectionsWatch watch = CollectionsWatch.start(away)) {
            away.counted.await();
            assertThat(watch.latest()).isNegative();
        }
        assertThat(lines.list).isEmpty();
    }
}
