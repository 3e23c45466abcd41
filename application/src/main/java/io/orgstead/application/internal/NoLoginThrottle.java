package io.orgstead.application.internal;

import io.orgstead.domain.access.LoginAttempt;
import io.orgstead.domain.access.LoginLimit;
import io.orgstead.domain.port.LoginThrottle;
import java.time.Duration;
import java.util.Optional;

/** Lets every attempt be made. */
public final class NoLoginThrottle implements LoginThrottle {

    private static final LoginLimit NONE = new LoginLimit(Integer.MAX_VALUE, Duration.ofSeconds(1));

    @Override
    public Optional<Duration> tryBegin(LoginAttempt attempt) {
        return Optional.empty();
    }

    @Override
    public void succeeded(LoginAttempt attempt) {
        // Nothing was counted.
    }

    @Override
    public void withdrawn(LoginAttempt attempt) {
        // Nothing was counted.
    }

    @Override
    public LoginLimit limit() {
        return NONE;
    }
}
