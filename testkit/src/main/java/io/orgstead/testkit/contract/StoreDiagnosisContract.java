package io.orgstead.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.StoreDiagnosis;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.testkit.Samples;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link StoreDiagnosis} must do. An implementation's test extends this class and says how to make the port. */
public abstract class StoreDiagnosisContract {

    private static final Instant PAST = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant FUTURE = Instant.parse("2100-01-01T00:00:00Z");

    private final Samples samples = new Samples();

    /**
     * Makes the port on a new store that is ready for use; within one test always on the same one.
     *
     * @return the port
     */
    protected abstract StoreDiagnosis diagnosis();

    /**
     * The organizations' collections in the same store.
     *
     * @return the port
     */
    protected abstract TenantCollections collections();

    /** Removes an index that the same store needs, past all ports. */
    protected abstract void removeAnIndex();

    /**
     * Makes the port on a store that does not answer, such as one that was closed.
     *
     * @return a port that fails
     */
    protected abstract StoreDiagnosis unreachable();

    @Test
    void anIndexThatIsGoneIsToldAndNotMended() {
        assertThat(diagnosis().missingIndexes()).isEmpty();

        removeAnIndex();

        assertThat(diagnosis().missingIndexes()).hasSize(1).doesNotContain("");
        assertThat(diagnosis().missingIndexes()).hasSize(1);
    }

    @Test
    void theStoresTimeGoesOn() {
        Instant first = diagnosis().time();

        assertThat(first).isBetween(PAST, FUTURE);
        assertThat(diagnosis().time()).isAfterOrEqualTo(first).isBefore(FUTURE);
    }

    @Test
    void collectionsAreCounted() {
        long before = diagnosis().countCollections();
        TenantMarker first = samples.marker();
        collections().stage(first, IsolationModel.COLLECTION);
        collections().stage(samples.marker(), IsolationModel.COLLECTION);

        assertThat(diagnosis().countCollections()).isEqualTo(before + 2);

        collections().discardStaged(first.organizationId());
        assertThat(diagnosis().countCollections()).isEqualTo(before + 1);
    }

    @Test
    void aStoreThatDoesNotAnswerIsTold() {
        StoreDiagnosis unreachable = unreachable();

        Refusal.expect(FailureCode.STORE_UNAVAILABLE, unreachable::missingIndexes);
        Refusal.expect(FailureCode.STORE_UNAVAILABLE, unreachable::time);
        Refusal.expect(FailureCode.STORE_UNAVAILABLE, unreachable::countCollections);
    }
}
