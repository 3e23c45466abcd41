package io.orgstead.domain.access;

import java.time.Duration;

/**
 * Whether one request may pass.
 *
 * @param allowed true if it may
 * @param remaining how many more may pass right now; 0 when refused
 * @param retryAfter how long until one may pass again; zero when allowed
 * @param resetAfter how long until the full number may pass again
 */
public record RateDecision(boolean allowed, long remaining, Duration retryAfter, Duration resetAfter) {}
