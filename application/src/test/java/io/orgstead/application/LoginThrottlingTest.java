package io.orgstead.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orgstead.adapter.security.SecurityAdapters;
import io.orgstead.application.usecase.LogIn;
import io.orgstead.domain.access.LoginLimit;
import io.orgstead.domain.failure.DomainException;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.failure.OverloadedException;
import io.orgstead.domain.organization.PasswordHash;
import io.orgstead.domain.organization.PlaintextPassword;
import io.orgstead.domain.port.PasswordHasher;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever fails to log in again and again has to wait. */
class LoginThrottlingTest {

    private static final int FAILURES = 3;

    private final Core core = new Core();
    private final CountingHasher hasher = new CountingHasher(core.security.passwordHasher());
    private final LogIn logIn = core.builder()
            .passwordHasher(hasher)
            .loginThrottle(
                    SecurityAdapters.loginThrottle(new LoginLimit(FAILURES, Duration.ofMinutes(15)), core.clock::nanos))
            .build()
            .logIn();

    @BeforeEach
    void createAcme() {
        core.create("acme", "a@acme.com");
    }

    @AfterEach
    void close() {
        core.close();
    }

    private LogIn.Result logIn(String email, String password, Optional<String> client) {
        return logIn.logIn(new LogIn.Command(Core.email(email), PlaintextPassword.attempt(password), client));
    }

    private LogIn.Result logIn(String email, String password) {
        return logIn(email, password, Optional.of("192.0.2.1"));
    }

    private void failToTheLimit(String email) {
        for (int i = 0; i < FAILURES; i++) {
            Refused.with(FailureCode.CREDENTIALS_REJECTED, () -> logIn(email, "wrong horse"));
        }
    }

    @Test
    void theRightPasswordHasToWaitTooAndNothingIsHashed() {
        failToTheLimit("a@acme.com");
        int hashed = hasher.verified.get();

        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> logIn("a@acme.com", Core.PASSWORD))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(FailureCode.TOO_MANY_REQUESTS);
                    assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(1));
                });
        assertThat(hasher.verified).hasValue(hashed);

        core.clock.advance(Duration.ofSeconds(1));
        assertThat(logIn("a@acme.com", Core.PASSWORD).adminEmail()).isEqualTo(Core.email("a@acme.com"));
    }

    @Test
    void anUnknownAddressIsRefusedAlike() {
        failToTheLimit("nobody@acme.com");

        Refused.with(FailureCode.TOO_MANY_REQUESTS, () -> logIn("nobody@acme.com", "wrong horse"));
    }

    @Test
    void theAdminMayLogInFromElsewhere() {
        failToTheLimit("A@acme.com");

        Refused.with(FailureCode.TOO_MANY_REQUESTS, () -> logIn("a@acme.com", Core.PASSWORD));
        logIn("a@acme.com", Core.PASSWORD, Optional.of("192.0.2.2"));
        logIn("a@acme.com", Core.PASSWORD, Optional.empty());
    }

    @Test
    void aSuccessBeginsAnew() {
        for (int i = 0; i < 5; i++) {
            Refused.with(FailureCode.CREDENTIALS_REJECTED, () -> logIn("a@acme.com", "wrong horse"));
            Refused.with(FailureCode.CREDENTIALS_REJECTED, () -> logIn("a@acme.com", "wrong horse"));
            logIn("a@acme.com", Core.PASSWORD);
        }
        failToTheLimit("a@acme.com");
        Refused.with(FailureCode.TOO_MANY_REQUESTS, () -> logIn("a@acme.com", Core.PASSWORD));
    }

    @Test
    void whatTheServerCouldNotDecideDoesNotCount() {
        hasher.busy = true;
        for (int i = 0; i < 3 * FAILURES; i++) {
            Refused.with(FailureCode.OVERLOADED, () -> logIn("a@acme.com", Core.PASSWORD));
        }
        hasher.busy = false;

        failToTheLimit("a@acme.com");
        Refused.with(FailureCode.TOO_MANY_REQUESTS, () -> logIn("a@acme.com", Core.PASSWORD));
    }

    @Test
    void thereIsNoLimitUnlessOneIsSet() {
        for (int i = 0; i < 30; i++) {
            Refused.with(FailureCode.CREDENTIALS_REJECTED, () -> core.logIn("a@acme.com", "wrong horse"));
        }
        core.logIn("a@acme.com", Core.PASSWORD);
    }

    /** Counts what it verifies, and can be busy. */
    private static final class CountingHasher implements PasswordHasher {

        final AtomicInteger verified = new AtomicInteger();
        volatile boolean busy;
        private final PasswordHasher delegate;

        CountingHasher(PasswordHasher delegate) {
            this.delegate = delegate;
        }

        @Override
        public PasswordHash hash(PlaintextPassword password) {
            return delegate.hash(password);
        }

        @Override
        public boolean verify(PlaintextPassword attempt, PasswordHash hash) {
            if (busy) {
                throw new OverloadedException();
            }
            verified.incrementAndGet();
            return delegate.verify(attempt, hash);
        }

        @Override
        public PasswordHash decoy() {
            return delegate.decoy();
        }

        @Override
        public boolean isOutdated(PasswordHash hash) {
            return delegate.isOutdated(hash);
        }
    }
}
