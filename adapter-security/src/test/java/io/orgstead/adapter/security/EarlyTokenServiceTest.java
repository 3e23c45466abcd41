package io.orgstead.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.failure.AuthenticationException;
import java.time.InstantSource;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class EarlyTokenServiceTest {

    private static final SecuritySettings SETTINGS =
            SecuritySettings.defaults(TokenSecret.ofText("an-orgstead-test-secret-of-32-bytes-and-more"));

    @Test
    void isThereBeforeTheServiceIsMade() {
        CountDownLatch asked = new CountDownLatch(1);
        EarlyTokenService service = new EarlyTokenService(() -> {
            awaitUninterruptibly(asked);
            return new JwtTokenService(SETTINGS, InstantSource.system());
        });
        asked.countDown();

        assertThatThrownBy(() -> service.verify("no token")).isInstanceOf(AuthenticationException.class);
    }

    @Test
    void answersWhoIsInterruptedWhileItWaits() {
        EarlyTokenService service = new EarlyTokenService(() -> new JwtTokenService(SETTINGS, InstantSource.system()));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> service.verify("no token")).isInstanceOf(AuthenticationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void saysWhyTheServiceCannotBeMade() {
        EarlyTokenService service = new EarlyTokenService(() -> {
            throw new IllegalStateException("no such algorithm");
        });

        assertThatThrownBy(() -> service.verify("no token"))
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage("no such algorithm");
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
