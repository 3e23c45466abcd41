package io.orgstead.application;

import static io.orgstead.application.DataCore.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.orgstead.application.usecase.RecoverInterrupted.Report;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.observation.AuditAction;
import io.orgstead.domain.observation.AuditEvent;
import io.orgstead.domain.observation.AuditEvent.Outcome;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.OrganizationStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A move whose owner has died on the last steps is taken back before the switch, and carried through behind it. */
class MoveRecoveryTest {

    private static final Document A = document("_id", "a", "n", 1);

    private final MoveCore core = new MoveCore();

    @BeforeEach
    void insert() {
        core.insert(A);
    }

    @AfterEach
    void close() {
        core.close();
    }

    private static final class Died extends Error {

        private static final long serialVersionUID = 1L;
    }

    /** At the first such call on the last steps; who has died makes no more calls. */
    private void dieAt(String last) {
        boolean[] dead = {false};
        core.interfering = (call, port) -> {
            dead[0] |= call.equals(last) && core.organization().status() == OrganizationStatus.MOVING;
            if (dead[0]) {
                throw new Died();
            }
            return port.call();
        };
        assertThat(catchThrowable(() -> core.move(IsolationModel.SHARED))).isInstanceOf(Died.class);
        core.interfering = Interfering.NOT;
        core.audit.clear();
    }

    private Report recover() {
        core.core.clock.advance(Duration.ofMinutes(1));
        return core.management().recoverInterrupted().recoverExpired();
    }

    private List<AuditEvent> recovered() {
        return core.audit.stream()
                .filter(event -> event.action() == AuditAction.RECOVERED_MOVE)
                .toList();
    }

    private AuditEvent event(Outcome outcome) {
        return AuditEvent.of(AuditAction.RECOVERED_MOVE, outcome).on(core.acme.organizationId());
    }

    private void assertAt(IsolationModel model) {
        assertThat(core.organization().status()).isEqualTo(OrganizationStatus.ACTIVE);
        assertThat(core.organization().isolation()).isEqualTo(model);
        assertThat(core.all()).containsExactly(A);
        assertThat(core.homes.count()).as("homes").isEqualTo(1);
        assertThat(core.isClosed()).as("closed").isFalse();
        assertThat(core.isWatched()).as("watched").isFalse();
    }

    /** At the replacement all is published, and nobody is told yet. */
    @ParameterizedTest
    @ValueSource(strings = {"publish", "replace"})
    void beforeTheSwitchItIsTakenBack(String call) {
        dieAt(call);
        assertThat(recover()).isEqualTo(new Report(0, 1, 0));
        assertThat(recovered()).containsExactly(event(Outcome.FAILURE));
        assertAt(IsolationModel.COLLECTION);
    }

    @Test
    void behindTheSwitchItIsCarriedThrough() {
        dieAt("drop");
        assertThat(recover()).isEqualTo(new Report(1, 0, 0));
        assertThat(recovered()).containsExactly(event(Outcome.SUCCESS));
        assertAt(IsolationModel.SHARED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"publish", "drop"})
    void whoIsOvertakenWhileRecoveringClaimsNothing(String call) {
        dieAt(call);
        AtomicInteger replacements = new AtomicInteger();
        core.interfering =
                (name, port) -> name.equals("replace") && replacements.incrementAndGet() == 2 ? false : port.call();
        assertThat(recover()).isEqualTo(new Report(0, 0, 0));
        assertThat(recovered()).isEmpty();
        assertThat(recover()).as("the next time").isNotEqualTo(new Report(0, 0, 0));
    }
}
