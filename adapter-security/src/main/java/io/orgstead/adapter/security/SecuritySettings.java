package io.orgstead.adapter.security;

import io.orgstead.domain.failure.InvalidValueException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * How passwords are hashed and tokens are made. Immutable; starts from {@link #defaults} and goes on with the
 * {@code with} methods, each of which gives a changed copy.
 *
 * @param tokenSecret the key that tokens are signed with
 * @param issuer the {@code iss} of tokens; only tokens with exactly this one are accepted
 * @param tokenLifetime how long a token holds; whole seconds, 1 second to 365 days
 * @param bcryptCost the base-2 logarithm of the rounds of a hash, {@value #MIN_BCRYPT_COST} to
 *     {@value #MAX_BCRYPT_COST}. Under 10 is for tests only (OWASP Password Storage Cheat Sheet); whoever reads
 *     configuration has to insist on that
 * @param hashingThreads how many hashes run at once, 1 to 1,024
 * @param hashingQueue how many more may wait, for each thread, 1 to 1,000. Beyond it callers are refused at once
 */
public record SecuritySettings(
        TokenSecret tokenSecret,
        String issuer,
        Duration tokenLifetime,
        int bcryptCost,
        int hashingThreads,
        int hashingQueue) {

    /** The lowest cost that bcrypt has; for tests. */
    public static final int MIN_BCRYPT_COST = 4;

    /** The highest cost that is taken: about four seconds a hash. */
    public static final int MAX_BCRYPT_COST = 16;

    private static final Duration MAX_LIFETIME = Duration.ofDays(365);

    /**
     * Settings from their parts.
     *
     * @throws InvalidValueException if a part is out of range; the message names it
     */
    public SecuritySettings {
        require(!issuer.isBlank(), "issuer must not be blank");
        require(
                tokenLifetime.equals(tokenLifetime.truncatedTo(ChronoUnit.SECONDS))
                        && tokenLifetime.compareTo(Duration.ofSeconds(1)) >= 0
                        && tokenLifetime.compareTo(MAX_LIFETIME) <= 0,
                "tokenLifetime must be whole seconds, 1 second to 365 days");
        requireRange("bcryptCost", bcryptCost, MIN_BCRYPT_COST, MAX_BCRYPT_COST);
        requireRange("hashingThreads", hashingThreads, 1, 1024);
        requireRange("hashingQueue", hashingQueue, 1, 1000);
    }

    /**
     * Settings for production: issuer {@code orgstead}, 30 minutes, cost 12, as many threads as processors, 32 waiting for
     * each.
     *
     * @param tokenSecret the key that tokens are signed with
     * @return the settings
     */
    public static SecuritySettings defaults(TokenSecret tokenSecret) {
        int processors = Math.min(Runtime.getRuntime().availableProcessors(), 1024);
        return new SecuritySettings(tokenSecret, "orgstead", Duration.ofMinutes(30), 12, processors, 32);
    }

    /**
     * The same with another issuer.
     *
     * @param newIssuer the {@code iss} of tokens
     * @return a copy
     * @throws InvalidValueException if it is blank
     */
    public SecuritySettings withIssuer(String newIssuer) {
        return new SecuritySettings(tokenSecret, newIssuer, tokenLifetime, bcryptCost, hashingThreads, hashingQueue);
    }

    /**
     * The same with another lifetime of tokens.
     *
     * @param lifetime whole seconds
     * @return a copy
     * @throws InvalidValueException if it is out of range
     */
    public SecuritySettings withTokenLifetime(Duration lifetime) {
        return new SecuritySettings(tokenSecret, issuer, lifetime, bcryptCost, hashingThreads, hashingQueue);
    }

    /**
     * The same with another cost of hashes. Every step doubles the work.
     *
     * @param cost the base-2 logarithm of the rounds
     * @return a copy
     * @throws InvalidValueException if it is out of range
     */
    public SecuritySettings withBcryptCost(int cost) {
        return new SecuritySettings(tokenSecret, issuer, tokenLifetime, cost, hashingThreads, hashingQueue);
    }

    /**
     * The same with another bound on hashing.
     *
     * @param threads how many hashes run at once
     * @param queuedPerThread how many more may wait, for each thread
     * @return a copy
     * @throws InvalidValueException if one is out of range
     */
    public SecuritySettings withHashing(int threads, int queuedPerThread) {
        return new SecuritySettings(tokenSecret, issuer, tokenLifetime, bcryptCost, threads, queuedPerThread);
    }

    private static void requireRange(String what, int value, int min, int max) {
        require(value >= min && value <= max, what + " must be " + min + " to " + max);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new InvalidValueException(rule);
        }
    }
}
