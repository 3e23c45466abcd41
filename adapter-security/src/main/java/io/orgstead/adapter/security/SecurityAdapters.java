package io.orgstead.adapter.security;

import io.orgstead.domain.access.LoginLimit;
import io.orgstead.domain.access.RateLimit;
import io.orgstead.domain.observation.HashingLoad;
import io.orgstead.domain.port.HashingObserver;
import io.orgstead.domain.port.IdSource;
import io.orgstead.domain.port.LoginThrottle;
import io.orgstead.domain.port.PasswordHasher;
import io.orgstead.domain.port.RateLimiter;
import io.orgstead.domain.port.TokenService;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The security adapters of one configuration. Safe for use by any number of threads, as everything that it gives.
 *
 * <p>Whoever creates it closes it; it closes nothing that it was given.
 */
public final class SecurityAdapters implements AutoCloseable {

    private final HashingThreads threads;
    private final PasswordHasher passwordHasher;
    private final TokenService tokenService;
    private final IdSource idSource;

    private SecurityAdapters(SecuritySettings settings, InstantSource clock, Optional<HashingObserver> observer) {
        int queued = settings.hashingThreads() * settings.hashingQueue();
        threads = new HashingThreads(settings.hashingThreads(), queued, observer);
        passwordHasher = new BcryptPasswordHasher(settings.bcryptCost(), threads);
        tokenService = new EarlyTokenService(() -> new JwtTokenService(settings, clock));
        idSource = new ObjectIdSource(clock);
    }

    /**
     * Creates the adapters. Threads for hashing start when they are first needed, one that prepares the tokens at once; they
     * are daemons.
     *
     * @param settings what to do how
     * @param clock the time that tokens and identifiers go by
     * @return the adapters, to be closed by the caller
     */
    public static SecurityAdapters create(SecuritySettings settings, InstantSource clock) {
        return new SecurityAdapters(settings, clock, Optional.empty());
    }

    /**
     * Creates the adapters, and lets the hashing of passwords be watched.
     *
     * @param settings what to do how
     * @param clock the time that tokens and identifiers go by
     * @param observer is told of every hash
     * @return the adapters, to be closed by the caller
     */
    public static SecurityAdapters create(SecuritySettings settings, InstantSource clock, HashingObserver observer) {
        return new SecurityAdapters(settings, clock, Optional.of(observer));
    }

    /**
     * How busy the hashing of passwords is now.
     *
     * @return a look, which costs next to nothing
     */
    public HashingLoad hashingLoad() {
        return threads.load();
    }

    /**
     * Hashes passwords with bcrypt: stores {@code $2b$} of the password's UTF-8, verifies {@code $2a$}, {@code $2b$} and
     * {@code $2y$}. A stored hash of a cost beyond 17 counts as malformed, as it would occupy a thread for a long time.
     *
     * <p>At most {@link SecuritySettings#hashingThreads()} hashes run at once; callers wait for theirs. Beyond the queue,
     * after {@link #close()}, and for a caller that is interrupted while it waits (which stays interrupted), it throws
     * {@link io.orgstead.domain.failure.OverloadedException}.
     *
     * @return always the same
     */
    public PasswordHasher passwordHasher() {
        return passwordHasher;
    }

    /**
     * Issues and checks tokens that are JWTs (RFC 7519) signed with HS256 (RFC 7518), and with nothing else.
     *
     * @return always the same
     */
    public TokenService tokenService() {
        return tokenService;
    }

    /**
     * Makes identifiers in the layout of MongoDB's ObjectId.
     *
     * @return always the same
     */
    public IdSource idSource() {
        return idSource;
    }

    /**
     * Makes a rate limiter in memory, by the system's elapsed time. It has no threads and needs no closing.
     *
     * <p>Clients take about 128 MiB together at most. Those idle for the limit's window are forgotten, which changes
     * nothing, as their buckets are full. If more are active than there is room for (about 250,000), those that ask
     * least are forgotten early, and begin anew with a full bucket.
     *
     * @param limit the limit to keep for every client
     * @return a limiter with no client yet
     * @throws io.orgstead.domain.failure.InvalidValueException if the limit allows more than a request a nanosecond, or
     *     its window is beyond 365 days
     */
    public static RateLimiter rateLimiter(RateLimit limit) {
        return new BucketRateLimiter(limit, System::nanoTime);
    }

    /**
     * Makes a rate limiter in memory, by a time of the caller's choice.
     *
     * @param limit the limit to keep for every client
     * @param nanoTime the time elapsed since some fixed moment, in nanoseconds; never goes back
     * @return a limiter with no client yet
     * @throws io.orgstead.domain.failure.InvalidValueException as in {@link #rateLimiter(RateLimit)}
     */
    public static RateLimiter rateLimiter(RateLimit limit, LongSupplier nanoTime) {
        return new BucketRateLimiter(limit, nanoTime);
    }

    /**
     * Makes a login throttle in memory, by the system's elapsed time. It has no threads and needs no closing.
     *
     * <p>All that is remembered takes about 64 MiB at most. If more is tried than there is room for (about 100,000 pairs of
     * account and client), the pairs that are tried least are forgotten early.
     *
     * @param limit the limit to keep
     * @return a throttle that remembers nothing yet
     */
    public static LoginThrottle loginThrottle(LoginLimit limit) {
        return new DelayingLoginThrottle(limit, System::nanoTime);
    }

    /**
     * Makes a login throttle in memory, by a time of the caller's choice.
     *
     * @param limit the limit to keep
     * @param nanoTime the time elapsed since some fixed moment, in nanoseconds; never goes back
     * @return a throttle that remembers nothing yet
     */
    public static LoginThrottle loginThrottle(LoginLimit limit, LongSupplier nanoTime) {
        return new DelayingLoginThrottle(limit, nanoTime);
    }

    /** Stops hashing: who waits for a hash is refused, and so is who asks for one. A second call does nothing. */
    @Override
    public void close() {
        threads.close();
    }
}
