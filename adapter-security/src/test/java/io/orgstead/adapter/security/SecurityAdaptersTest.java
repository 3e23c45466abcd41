package io.orgstead.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orgstead.domain.failure.OverloadedException;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.PasswordHash;
import io.orgstead.domain.organization.PlaintextPassword;
import io.orgstead.testkit.Race;
import io.orgstead.testkit.Samples;
import io.orgstead.testkit.SteppingClock;
import org.junit.jupiter.api.Test;

class SecurityAdaptersTest {

    private static final SecuritySettings SETTINGS =
            SecuritySettings.defaults(TokenSecret.of(new byte[32])).withBcryptCost(6);

    private static final PlaintextPassword PASSWORD = PlaintextPassword.choose("correct horse");

    private final SteppingClock clock = SteppingClock.atSampleTime();
    private final Samples samples = new Samples();

    @Test
    void allGoBySettingsAndClock() {
        try (SecurityAdapters adapters = SecurityAdapters.create(SETTINGS, clock)) {
            Admin admin = samples.admin();
            String token = adapters.tokenService()
                    .issue(admin, samples.active(samples.name()))
                    .reveal();

            assertThat(adapters.tokenService().verify(token).adminId()).isEqualTo(admin.id());
            assertThat(adapters.passwordHasher().hash(samples.password()).reveal())
                    .startsWith("$2b$06$");
            assertThat(adapters.idSource().nextId()).startsWith("%08x".formatted(Samples.NOW.getEpochSecond()));
        }
    }

    @Test
    void asManyMayWaitForEachThreadAsTheSettingsSay() {
        try (SecurityAdapters adapters = SecurityAdapters.create(SETTINGS.withHashing(4, 3), clock)) {
            assertThat(Race.RUNNERS).isEqualTo(4 + 4 * 3);

            Race<PasswordHash> race =
                    Race.of(runner -> () -> adapters.passwordHasher().hash(PASSWORD));

            assertThat(race.failures()).isEmpty();
        }
    }

    @Test
    void closedItHashesNoMoreButTheRestGoesOn() {
        SecurityAdapters adapters = SecurityAdapters.create(SETTINGS, clock);

        adapters.close();
        adapters.close();

        assertThatExceptionOfType(OverloadedException.class)
                .isThrownBy(() -> adapters.passwordHasher().hash(PASSWORD));
        assertThatExceptionOfType(OverloadedException.class)
                .isThrownBy(() -> adapters.passwordHasher()
                        .verify(PASSWORD, adapters.passwordHasher().decoy()));
        assertThat(adapters.idSource().nextId()).hasSize(24);
    }
}
