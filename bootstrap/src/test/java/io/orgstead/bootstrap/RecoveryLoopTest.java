package io.orgstead.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.application.usecase.RecoverInterrupted;
import io.orgstead.domain.failure.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RecoveryLoopTest {

    private static final RecoverInterrupted.Report NOTHING = new RecoverInterrupted.Report(0, 0, 0);

    @Test
    void goesOnWhateverARunThrows() throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(3);
        try (RecoveryLoop loop = RecoveryLoop.start(
                recovery(() -> {
                    runs.countDown();
                    if (runs.getCount() == 2) {
                        throw new AssertionError("an error, not an exception");
                    }
                    throw new IllegalStateException("a bug");
                }),
                () -> NOTHING,
                Duration.ofMillis(1))) {
            assertThat(runs.await(1, TimeUnit.MINUTES)).as("%s goes on", loop).isTrue();
        }
    }

    @Test
    void startsWhileTheStoreIsAway() throws InterruptedException {
        CountDownLatch runs = new CountDownLatch(1);
        try (RecoveryLoop loop = RecoveryLoop.start(
                recovery(runs::countDown),
                () -> {
                    throw new StoreUnavailableException(null);
                },
                Duration.ofMillis(1))) {
            assertThat(runs.await(1, TimeUnit.MINUTES))
                    .as("%s tries again", loop)
                    .isTrue();
        }
    }

    private static RecoverInterrupted recovery(Runnable run) {
        return new RecoverInterrupted() {
            @Override
            public Report recoverExpired() {
                run.run();
                return NOTHING;
            }

            @Override
            public Report recoverAll() {
                return NOTHING;
            }
        };
    }
}
