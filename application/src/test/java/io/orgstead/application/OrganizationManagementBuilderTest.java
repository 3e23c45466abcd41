package io.orgstead.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.port.HealthProbe;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OrganizationManagementBuilderTest {

    @Test
    void namesWhatIsMissing() {
        assertThatThrownBy(() -> OrganizationManagement.builder().build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("organizations is required");
    }

    @Test
    void refusesALeaseTooShortToWorkWith() {
        assertThatThrownBy(() -> OrganizationManagement.builder().lease(Duration.ofMillis(999)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesTheShortestLeaseAndNoGrace() {
        try (Core core = new Core()) {
            assertThat(core.builder()
                            .lease(Duration.ofSeconds(1))
                            .deleteGrace(Duration.ZERO)
                            .build())
                    .isNotNull();
        }
        assertThatThrownBy(() -> OrganizationManagement.builder().deleteGrace(Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void closesNothingItWasGiven() {
        try (Core core = new Core()) {
            OrganizationManagement first = core.builder().build();
            first.createOrganization().create(Core.organization("acme", "a@acme.com"));
            assertThat(core.builder().build().findOrganization().find(Core.name("acme")))
                    .isNotNull();
        }
    }

    @Test
    void reportsHealthByProbe() {
        try (Core core = new Core()) {
            OrganizationManagement management =
                    core.builder().healthProbe(new DeadProbe()).build();
            assertThat(core.management.checkHealth().check().isHealthy()).isTrue();
            assertThat(management.checkHealth().check().isHealthy()).isFalse();
            assertThat(management.checkHealth().check().checks())
                    .containsEntry("dead", false)
                    .containsEntry(core.store.healthProbe().name(), true);
        }
    }

    private static final class DeadProbe implements HealthProbe {
        @Override
        public String name() {
            return "dead";
        }

        @Override
        public void check() {
            throw new StoreUnavailableException(null);
        }
    }
}
