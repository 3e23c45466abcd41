package io.orgstead.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.access.LoginAttempt;
import io.orgstead.domain.access.LoginLimit;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.port.LoginThrottle;
import io.orgstead.testkit.Race;
import io.orgstead.testkit.SteppingClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link LoginThrottle} must do. An implementation's test extends this class and says how to make the port. */
public abstract class LoginThrottleContract {

    private static final LoginLimit LIMIT = new LoginLimit(4, Duration.ofSeconds(10));
    private static final LoginAttempt ATTEMPT = attempt("a@acme.com", "192.0.2.1");
    private static final Duration MILLISECOND = Duration.ofMillis(1);
    private static final int MANY = 5_000;

    private final SteppingClock clock = SteppingClock.atSampleTime();
    private LoginThrottle throttle;

    /**
     * Makes the port that is tested. Called once before each test.
     *
     * @param limit the limit it keeps
     * @param clock its only source of time; {@link SteppingClock#nanos()} serves libraries that count nanoseconds
     * @return the port, with nothing counted
     */
    protected abstract LoginThrottle loginThrottle(LoginLimit limit, SteppingClock clock);

    @BeforeEach
    void openThrottle() {
        throttle = loginThrottle(LIMIT, clock);
    }

    private static LoginAttempt attempt(String account, String client) {
        return new LoginAttempt(EmailAddress.parse(account), Optional.of(client));
    }

    private void fail(LoginAttempt attempt, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(throttle.tryBegin(attempt)).isEmpty();
        }
    }

    private void failToTheLimit() {
        fail(ATTEMPT, LIMIT.failures());
    }

    @Test
    void limitIsTheOneThatIsKept() {
        assertThat(throttle.limit()).isEqualTo(LIMIT);
    }

    @Test
    void asManyAsTheLimitMayFailAtOnceAndTheNextHasToWait() {
        failToTheLimit();

        assertThat(throttle.tryBegin(ATTEMPT)).contains(Duration.ofSeconds(1));
    }

    @Test
    void delaysDoubleUpToTheLongest() {
        failToTheLimit();

        for (int seconds : new int[] {1, 2, 4, 8, 10, 10, 10}) {
            assertThat(throttle.tryBegin(ATTEMPT)).contains(Duration.ofSeconds(seconds));
            clock.advance(Duration.ofSeconds(seconds));
            fail(ATTEMPT, 1);
        }
    }

    @Test
    void delayEndsWhenToldAndNotBefore() {
        failToTheLimit();
        clock.advance(Duration.ofSeconds(1).minus(MILLISECOND));

        assertThat(throttle.tryBegin(ATTEMPT)).contains(MILLISECOND);
        clock.advance(MILLISECOND);
        assertThat(throttle.tryBegin(ATTEMPT)).isEmpty();
    }

    @Test
    void attemptsThatHaveToWaitDoNotCount() {
        failToTheLimit();
        for (int i = 0; i < 100; i++) {
            assertThat(throttle.tryBegin(ATTEMPT)).contains(Duration.ofSeconds(1));
        }

        clock.advance(Duration.ofSeconds(1));

        fail(ATTEMPT, 1);
        assertThat(throttle.tryBegin(ATTEMPT)).contains(Duration.ofSeconds(2));
    }

    @Test
    void successForgetsFailures() {
        for (int i = 0; i < 3; i++) {
            fail(ATTEMPT, LIMIT.failures());
            throttle.succeeded(ATTEMPT);
        }

        failToTheLimit();
        assertThat(throttle.tryBegin(ATTEMPT)).contains(Duration.ofSeconds(1));
    }

    @Test
    void whatIsWithdrawnDoesNotCount() {
        fail(ATTEMPT, LIMIT.failures() - 1);
        for (int i = 0; i < 20; i++) {
            fail(ATTEMPT, 1);
            throttle.withdrawn(ATTEMPT);
        }

        fail(ATTEMPT, 1);
        assertThat(throttle.tryBegin(ATTEMPT)).contains(Duration.ofSeconds(1));
    }

    @Test
    void withdrawingOrSucceedingWithoutAnAttemptGivesNoCredit() {
        throttle.withdrawn(ATTEMPT);
        throttle.succeeded(ATTEMPT);
        fail(ATTEMPT, 1);
        throttle.withdrawn(ATTEMPT);
        throttle.withdrawn(ATTEMPT);

        failToTheLimit();
        assertThat(throttle.tryBegin(ATTEMPT)).isPresent();
    }

    @Test
    void failuresAreForgottenInTime() {
        fail(ATTEMPT, LIMIT.failures() - 1);
        clock.advance(LIMIT.longestDelay());
        failToTheLimit();

        clock.advance(Duration.ofSeconds(1).plus(LIMIT.longestDelay()));
        failToTheLimit();
        assertThat(throttle.tryBegin(ATTEMPT)).contains(Duration.ofSeconds(1));
    }

    @Test
    void failuresAreNotForgottenTooSoon() {
        fail(ATTEMPT, LIMIT.failures() - 1);
        clock.advance(LIMIT.longestDelay().minus(MILLISECOND));
        fail(ATTEMPT, 1);
        clock.advance(Duration.ofSeconds(1).plus(LIMIT.longestDelay()).minus(MILLISECOND));

        fail(ATTEMPT, 1);
        assertThat(throttle.tryBegin(ATTEMPT)).contains(Duration.ofSeconds(2));
    }

    @Test
    void neitherOtherClientsNorOtherAccountsHaveToWait() {
        failToTheLimit();

        fail(attempt("a@acme.com", "192.0.2.2"), LIMIT.failures());
        fail(attempt("b@acme.com", "192.0.2.1"), LIMIT.failures());
        fail(new LoginAttempt(ATTEMPT.account(), Optional.empty()), LIMIT.failures());
        throttle.succeeded(attempt("a@acme.com", "192.0.2.2"));
        assertThat(throttle.tryBegin(ATTEMPT)).isPresent();
    }

    @Test
    void accountsCountWithoutAClientToo() {
        LoginAttempt fromNowhere = new LoginAttempt(ATTEMPT.account(), Optional.empty());
        fail(fromNowhere, LIMIT.failures());

        assertThat(throttle.tryBegin(new LoginAttempt(EmailAddress.parse("A@acme.com"), Optional.empty())))
                .isPresent();
    }

    @Test
    void failuresAreNotForgottenAmongMany() {
        failToTheLimit();

        for (int i = 0; i < MANY; i++) {
            fail(attempt("a@acme.com", "client" + i), 1);
        }

        assertThat(throttle.tryBegin(ATTEMPT)).isPresent();
    }

    @Test
    void ofManyAtOnceExactlyTheLimitMayBeMade() {
        Race<Boolean> race = Race.of(runner -> () -> throttle.tryBegin(ATTEMPT).isEmpty());

        assertThat(race.failures()).isEmpty();
        assertThat(race.winners()).hasSize(LIMIT.failures());
        assertThat(race.losers()).isEqualTo(Race.RUNNERS - LIMIT.failures());
    }
}
