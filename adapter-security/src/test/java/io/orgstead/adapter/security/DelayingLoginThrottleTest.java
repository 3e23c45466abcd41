package io.orgstead.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orgstead.domain.access.LoginAttempt;
import io.orgstead.domain.access.LoginLimit;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.port.LoginThrottle;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DelayingLoginThrottleTest {

    private static final int MANY = 1_000_000;
    private static final EmailAddress ADMIN = EmailAddress.parse("admin@acme.com");

    /** As {@link System#nanoTime()} may: it overflows in the middle of the tests. */
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);

    private final DelayingLoginThrottle throttle =
            new DelayingLoginThrottle(new LoginLimit(3, Duration.ofMinutes(15)), nanos::get);

    @Test
    void aMillionClientsStayWithinTheBound() {
        fail(from("busy"), 3);
        int allowedToTheBusyOne = 0;
        for (int i = 0; i < MANY; i++) {
            throttle.tryBegin(from("client-" + i));
            if (i % 100 == 0 && throttle.tryBegin(from("busy")).isEmpty()) {
                allowedToTheBusyOne++;
            }
        }

        assertThat(throttle.remembered())
                .isLessThanOrEqualTo(DelayingLoginThrottle.MAX_BYTES / DelayingLoginThrottle.BYTES_PER_STREAK)
                .isGreaterThan(100_000);
        assertThat(allowedToTheBusyOne)
                .as("who fails all the time is not forgiven for the crowd around")
                .isZero();
    }

    @Test
    void longAddressesTakeTheRoomOfMany() {
        String megabyte = "x".repeat(1024 * 1024);

        IntStream.range(0, 100)
                .forEach(i -> throttle.tryBegin(
                        new LoginAttempt(EmailAddress.restore(i + megabyte + "@b.com"), Optional.empty())));

        assertThat(throttle.remembered()).isLessThan(33);
    }

    @Test
    void whatIsForgottenTakesNoMemory() {
        fail(from("client"), 3);
        nanos.addAndGet(Duration.ofMinutes(30).minusNanos(1).toNanos());
        assertThat(throttle.remembered()).isEqualTo(1);

        nanos.addAndGet(1);

        assertThat(throttle.remembered()).isZero();
    }

    @Test
    void goesByTheSystemsTimeUnlessToldOtherwise() {
        LoginThrottle ordinary = SecurityAdapters.loginThrottle(new LoginLimit(1, Duration.ofSeconds(1)));

        assertThat(ordinary.tryBegin(from("client"))).isEmpty();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> ordinary.tryBegin(from("client")).isEmpty());
    }

    private void fail(LoginAttempt attempt, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(throttle.tryBegin(attempt)).isEmpty();
        }
    }

    private static LoginAttempt from(String client) {
        return new LoginAttempt(ADMIN, Optional.of(client));
    }
}
