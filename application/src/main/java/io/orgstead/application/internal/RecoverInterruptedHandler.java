package io.orgstead.application.internal;

import io.orgstead.application.internal.InterruptedOperation.Outcome;
import io.orgstead.application.internal.data.DataUpkeep;
import io.orgstead.application.usecase.RecoverInterrupted;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** Settles all interrupted operations, then sweeps up orphans, then looks after the documents. */
final class RecoverInterruptedHandler implements RecoverInterrupted {

    private static final int BATCH = 100;
    private static final Instant ANY_TIME = Instant.ofEpochMilli(Long.MAX_VALUE);

    /** Private collections without organization are rare, and finding them means listing all collections. */
    private static final Duration COLLECTION_SWEEP_INTERVAL = Duration.ofMinutes(10);

    /** With so many failures it is the store, which may take seconds to fail each time. */
    private static final int MOST_FAILURES = 3;

    private final Ports ports;
    private final InterruptedOperation interrupted;
    private final OrphanSweep orphans;
    private final Optional<DataUpkeep> upkeep;
    private final AtomicReference<Instant> nextCollectionSweep = new AtomicReference<>(Instant.EPOCH);

    RecoverInterruptedHandler(
            Ports ports, InterruptedOperation interrupted, OrphanSweep orphans, Optional<DataUpkeep> upkeep) {
        this.ports = ports;
        this.interrupted = interrupted;
        this.orphans = orphans;
        this.upkeep = upkeep;
    }

    @Override
    public Report recoverExpired() {
        Instant now = ports.clock().instant();
        Map<Outcome, Integer> outcomes = settleLeasedBefore(now);
        int removed = orphans.removeAdmins(now);
        if (!now.isBefore(nextCollectionSweep.get())) {
            removed += orphans.discardCollections();
            nextCollectionSweep.set(now.plus(COLLECTION_SWEEP_INTERVAL));
        }
        return report(outcomes, removed + upkeep.map(DataUpkeep::run).orElse(0));
    }

    @Override
    public Report recoverAll() {
        Map<Outcome, Integer> outcomes = settleLeasedBefore(ANY_TIME);
        int removed = orphans.removeAdmins(ANY_TIME) + orphans.discardCollections();
        return report(
                outcomes,
                removed + upkeep.map(data -> data.undoInterrupted(ANY_TIME)).orElse(0));
    }

    private Map<Outcome, Integer> settleLeasedBefore(Instant instant) {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        Set<OrganizationId> seen = new HashSet<>();
        Instant now = ports.clock().instant();
        boolean more = true;
        while (more) {
            List<Organization> batch = ports.organizations().findLeasedBefore(instant, BATCH);
            more = false;
            for (Organization organization : batch) {
                if (seen.add(organization.id()) && !organization.isRestorable(now)) {
                    more = true;
                    outcomes.merge(settle(organization, outcomes), 1, Integer::sum);
                }
            }
        }
        return outcomes;
    }

    /** One that cannot be settled, such as for a damaged document, does not keep the others waiting. */
    private Outcome settle(Organization organization, Map<Outcome, Integer> outcomes) {
        try {
            return interrupted.settle(organization);
        } catch (StoreUnavailableException e) {
            if (outcomes.getOrDefault(Outcome.POSTPONED, 0) >= MOST_FAILURES) {
                throw e;
            }
            return Outcome.POSTPONED;
        }
    }

    private static Report report(Map<Outcome, Integer> outcomes, int takenBack) {
        return new Report(
                outcomes.getOrDefault(Outcome.FINISHED, 0),
                outcomes.getOrDefault(Outcome.UNDONE, 0) + takenBack,
                outcomes.getOrDefault(Outcome.POSTPONED, 0));
    }
}
