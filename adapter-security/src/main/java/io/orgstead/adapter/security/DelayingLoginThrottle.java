package io.orgstead.adapter.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.orgstead.domain.access.LoginAttempt;
import io.orgstead.domain.access.LoginLimit;
import io.orgstead.domain.port.LoginThrottle;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** {@link LoginThrottle} by a streak of failures for each account and client, in a map bounded by the memory that it takes. */
final class DelayingLoginThrottle implements LoginThrottle {

    /** The memory that all streaks may take together. */
    static final long MAX_BYTES = 64L * 1024 * 1024;

    /** What a streak takes beside the texts of its key: the key's objects, counters, node of the map, share of its table. */
    static final int BYTES_PER_STREAK = 500;

    private final LoginLimit limit;
    private final long longestDelay;
    private final LongSupplier nanoTime;
    private final long start;
    private final Cache<LoginAttempt, Streak> streaks;

    DelayingLoginThrottle(LoginLimit limit, LongSupplier nanoTime) {
        this.limit = limit;
        this.longestDelay = limit.longestDelay().toNanos();
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        streaks = Caffeine.newBuilder()
                .maximumWeight(MAX_BYTES)
                .weigher((LoginAttempt key, Streak streak) -> weight(key))
                // By then the delay is over for as long as it takes to forget: to drop the streak changes nothing.
                .expireAfterAccess(limit.longestDelay().multipliedBy(2))
                .ticker(this::now)
                // Tidying up is done by whoever adds a streak, so that adding cannot outrun it.
                .executor(Runnable::run)
                .build();
    }

    private static int weight(LoginAttempt key) {
        int letters = key.account().value().length()
                + key.client().map(String::length).orElse(0);
        return BYTES_PER_STREAK + 2 * letters;
    }

    @Override
    public Optional<Duration> tryBegin(LoginAttempt attempt) {
        long wait = streaks.get(attempt, unseen -> new Streak()).tryBegin(now());
        return wait > 0 ? Optional.of(Duration.ofNanos(wait)) : Optional.empty();
    }

    @Override
    public void succeeded(LoginAttempt attempt) {
        @Nullable Streak streak = streaks.getIfPresent(attempt);
        if (streak != null) {
            streak.end();
        }
    }

    @Override
    public void withdrawn(LoginAttempt attempt) {
        @Nullable Streak streak = streaks.getIfPresent(attempt);
        if (streak != null) {
            streak.takeBack();
        }
    }

    @Override
    public LoginLimit limit() {
        return limit;
    }

    /** How many accounts and clients are remembered now. */
    long remembered() {
        streaks.cleanUp();
        return streaks.estimatedSize();
    }

    /** Time from 0 on, so that it does not overflow. */
    private long now() {
        return nanoTime.getAsLong() - start;
    }

    /** Failures in a row. */
    private final class Streak {

        private int failures;
        private long delayEnd;

        synchronized long tryBegin(long now) {
            if (now - delayEnd >= longestDelay) {
                failures = 0;
            }
            if (failures >= limit.failures() && now < delayEnd) {
                return delayEnd - now;
            }
            failures = Math.incrementExact(failures);
            delayEnd = now + limit.delayAfter(failures).toNanos();
            return 0;
        }

        synchronized void end() {
            failures = 0;
        }

        synchronized void takeBack() {
            failures = Math.max(0, failures - 1);
        }
    }
}
