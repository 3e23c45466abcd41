package io.orgstead.reliability.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The judge is judged: it notices what it is there for. */
class JournalTest {

    private static final OrganizationState EMPTY =
            new OrganizationState("acme", "a@acme.com", "correct horse", new TreeMap<>());
    private static final OrganizationState FILLED = EMPTY.with(Map.of("a", "1", "b", "2"));

    private final Journal journal = new Journal();

    @Test
    void acceptsWhatWasAcknowledged() {
        acknowledge(EMPTY);
        acknowledge(FILLED);
        assertThat(journal.judge(Optional.of(FILLED))).isEmpty();
    }

    @Test
    void noticesALostWrite() {
        acknowledge(EMPTY);
        acknowledge(FILLED);
        assertThat(journal.judge(Optional.of(FILLED.without("a")))).containsExactly("lost document: a");
    }

    @Test
    void noticesALostUpdate() {
        acknowledge(FILLED);
        acknowledge(FILLED.with(Map.of("a", "3")));
        assertThat(journal.judge(Optional.of(FILLED))).containsExactly("another content of document a: 1 instead of 3");
    }

    @Test
    void noticesALostOrganization() {
        acknowledge(EMPTY);
        assertThat(journal.judge(Optional.empty())).containsExactly("lost organization: acme");
    }

    @Test
    void noticesAnOrganizationThatIsBack() {
        acknowledge(EMPTY);
        journal.attempt(Optional.empty());
        journal.acknowledged();
        assertThat(journal.judge(Optional.of(EMPTY))).containsExactly("ghost organization: acme");
    }

    @Test
    void noticesAGhostOfARefusedWrite() {
        acknowledge(EMPTY);
        journal.attempt(Optional.of(FILLED));
        journal.refused();
        assertThat(journal.judge(Optional.of(FILLED))).containsExactly("ghost document: a", "ghost document: b");
    }

    @Test
    void acceptsAnUnansweredWriteAsAWholeOrNotAtAll() {
        acknowledge(EMPTY);
        journal.attempt(Optional.of(FILLED));
        assertThat(journal.isOpen()).isTrue();
        assertThat(journal.judge(Optional.of(EMPTY))).isEmpty();

        journal.attempt(Optional.of(FILLED));
        assertThat(journal.judge(Optional.of(FILLED))).isEmpty();
        assertThat(journal.isOpen()).isFalse();
    }

    @Test
    void noticesHalfABatch() {
        acknowledge(EMPTY);
        journal.attempt(Optional.of(FILLED));
        assertThat(journal.judge(Optional.of(FILLED.without("b"))))
                .containsExactly(
                        "ghost document: a",
                        "after a change that was not answered, which is there neither as a whole nor not at all");
    }

    @Test
    void noticesHalfAnUpdate() {
        acknowledge(EMPTY);
        journal.attempt(Optional.of(EMPTY.named("beta").openedBy("wrong horse")));
        assertThat(journal.judge(Optional.of(EMPTY.named("beta")))).contains("another name: beta instead of acme");
    }

    @Test
    void noticesWhatAnotherWriterLeft() {
        acknowledge(EMPTY);
        assertThat(journal.judge(Optional.of(EMPTY.reachedAt("b@acme.com"))))
                .containsExactly("another email: b@acme.com instead of a@acme.com");
    }

    @Test
    void goesOnFromWhatWasFound() {
        acknowledge(EMPTY);
        journal.judge(Optional.of(FILLED));
        assertThat(journal.settled()).contains(FILLED);
        assertThat(journal.judge(Optional.of(FILLED))).isEmpty();
    }

    @Test
    void takesOneChangeAtATime() {
        journal.attempt(Optional.of(EMPTY));
        assertThatIllegalStateException().isThrownBy(() -> journal.attempt(Optional.of(FILLED)));
    }

    private void acknowledge(OrganizationState state) {
        journal.attempt(Optional.of(state));
        journal.acknowledged();
    }
}
