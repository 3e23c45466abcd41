package io.orgstead.application.internal;

import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.organization.Operation;
import io.orgstead.domain.organization.OperationId;
import io.orgstead.domain.port.IdSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * Times operations. The lease spares a living owner from being recovered; that a dead one does no harm when it wakes up
 * rests on versions and incarnations, not on clocks.
 */
final class Leases {

    private final InstantSource clock;
    private final IdSource ids;
    private final Duration length;

    Leases(InstantSource clock, IdSource ids, Duration length) {
        this.clock = clock;
        this.ids = ids;
        this.length = length;
    }

    /** Now, at the precision that every store keeps. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Operation begin() {
        return beginUntil(end());
    }

    /** An operation that is nobody else's for longer than a lease. */
    Operation beginUntil(Instant end) {
        return Operation.begin(new OperationId(ids.nextId()), end);
    }

    /** When a lease that starts now ends. */
    Instant end() {
        return now().plus(length);
    }

    boolean hasEnded(Operation operation) {
        return operation.leaseUntil().isBefore(now());
    }

    /** Whether it is time for an owner that is still at it to renew the lease. */
    boolean isHalfOver(Operation operation) {
        return operation.leaseUntil().isBefore(now().plus(length.dividedBy(2)));
    }

    /** Stops an owner that has been too slow before its next step: from here on the operation is recovery's. */
    void requireHeld(Operation operation) {
        if (hasEnded(operation)) {
            throw lost();
        }
    }

    /** The refusal of an owner whose operation was taken over: the outcome is recovery's, and not known here. */
    static StoreUnavailableException lost() {
        return new StoreUnavailableException(new IllegalStateException("the operation outlived its lease"));
    }
}
