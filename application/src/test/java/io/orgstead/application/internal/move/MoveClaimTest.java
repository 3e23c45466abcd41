package io.orgstead.application.internal.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.application.Interfering;
import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.port.IdempotencyRecords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One run at a time may copy. */
class MoveClaimTest {

    private final CopyCore core = new CopyCore();
    private final List<String> calls = new ArrayList<>();
    private final MoveClaim claim = take();

    private MoveClaim take() {
        IdempotencyRecords records = Interfering.in(IdempotencyRecords.class, core.memory.records(), (call, port) -> {
            calls.add(call);
            return core.interfering.around(call, port);
        });
        return MoveClaim.take(records, core.samples::id, core.clock, core.organization.id());
    }

    @Test
    void anotherRunIsRefusedUntilItIsLeft() {
        assertThatThrownBy(this::take).isInstanceOf(ConflictException.class);
        claim.leave();
        assertThatCode(this::take).doesNotThrowAnyException();
    }

    @Test
    void itIsHeldAsLongAsSomebodyHoldsOn() {
        for (int i = 0; i < 5; i++) {
            core.clock.advance(MoveClaim.LENGTH.minusMillis(1));
            claim.hold();
            assertThatThrownBy(this::take).isInstanceOf(ConflictException.class);
        }
    }

    @Test
    void theStoreIsAskedEveryFiveSeconds() {
        core.clock.advance(Duration.ofSeconds(5));
        claim.hold();
        assertThat(calls).containsExactly("enter");
        core.clock.advance(Duration.ofMillis(1));
        claim.hold();
        claim.hold();
        assertThat(calls).containsExactly("enter", "replace");
    }

    @Test
    void whoIsDeadIsFollowedByAnother() {
        core.clock.advance(MoveClaim.LENGTH);
        assertThatCode(this::take).doesNotThrowAnyException();
    }

    @Test
    void whoseClaimHasEndedMeanwhileStartsAgainWithAnother() {
        core.clock.advance(MoveClaim.LENGTH);
        MoveClaim other = take();
        other.leave();
        assertThatThrownBy(claim::hold).isInstanceOf(StartAgainException.class);
        assertThatThrownBy(this::take).as("held again").isInstanceOf(ConflictException.class);
        core.clock.advance(Duration.ofSeconds(6));
        assertThatCode(claim::hold).doesNotThrowAnyException();
    }

    @Test
    void whoIsOvertakenIsRefused() {
        core.clock.advance(MoveClaim.LENGTH);
        MoveClaim other = take();
        assertThatThrownBy(claim::hold).isInstanceOf(ConflictException.class);
        claim.leave();
        assertThatThrownBy(this::take).as("the other's").isInstanceOf(ConflictException.class);
        assertThatCode(other::hold).doesNotThrowAnyException();
    }

    @Test
    void whatCannotBeLeftEndsByItself() {
        core.interfering = (call, port) -> {
            throw new StoreUnavailableException(null);
        };
        assertThatCode(claim::leave).doesNotThrowAnyException();
        core.interfering = Interfering.NOT;
        assertThat(core.memory.allRecords()).hasSize(1);
        core.clock.advance(MoveClaim.LENGTH);
        assertThatCode(this::take).doesNotThrowAnyException();
    }
}
