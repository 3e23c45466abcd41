package io.orgstead.testkit.reference;

import io.orgstead.domain.access.LoginAttempt;
import io.orgstead.domain.access.LoginLimit;
import io.orgstead.domain.port.LoginThrottle;
import io.orgstead.testkit.SteppingClock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Correct as it is (but for the bound on memory). What a subclass may get wrong is in the methods that are not the port's. */
public class ReferenceLoginThrottle implements LoginThrottle {

    /** Failures in a row, and when the delay after the last one ends. */
    public record Streak(int failures, Instant delayEnd) {}

    protected final Map<LoginAttempt, Streak> streaks = new LinkedHashMap<>();
    private final LoginLimit limit;
    private final SteppingClock clock;

    public ReferenceLoginThrottle(LoginLimit limit, SteppingClock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    protected LoginAttempt key(LoginAttempt attempt) {
        return attempt;
    }

    protected Duration delay(int failures) {
        return limit.delayAfter(failures);
    }

    protected Duration memory() {
        return limit.longestDelay();
    }

    protected Streak refused(Streak streak) {
        return streak;
    }

    @Override
    public LoginLimit limit() {
        return limit;
    }

    @Override
    public Optional<Duration> tryBegin(LoginAttempt attempt) {
        synchronized (streaks) {
            Instant now = clock.instant();
            Streak none = new Streak(0, now);
            Streak streak = streaks.getOrDefault(key(attempt), none);
            if (!now.isBefore(streak.delayEnd().plus(memory()))) {
                streak = none;
            }
            if (streak.failures() >= limit.failures() && now.isBefore(streak.delayEnd())) {
                streaks.put(key(attempt), refused(streak));
                return Optional.of(Duration.between(now, streak.delayEnd()));
            }
            int failures = streak.failures() + 1;
            streaks.put(key(attempt), new Streak(failures, now.plus(delay(failures))));
            return Optional.empty();
        }
    }

    @Override
    public void succeeded(LoginAttempt attempt) {
        synchronized (streaks) {
            streaks.remove(key(attempt));
        }
    }

    @Override
    public void withdrawn(LoginAttempt attempt) {
        synchronized (streaks) {
            streaks.computeIfPresent(
                    key(attempt), (any, streak) -> new Streak(Math.max(0, streak.failures() - 1), streak.delayEnd()));
        }
    }
}
