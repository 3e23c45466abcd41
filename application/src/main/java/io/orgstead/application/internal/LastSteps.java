package io.orgstead.application.internal;

import io.orgstead.application.internal.data.Homes;
import io.orgstead.application.internal.move.Copying;
import io.orgstead.application.internal.move.Reporter;
import io.orgstead.application.internal.move.Source;
import io.orgstead.application.internal.move.Tally;
import io.orgstead.application.usecase.MoveOrganization.Phase;
import io.orgstead.application.usecase.MoveOrganization.Result;
import io.orgstead.domain.data.Usage;
import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.failure.DomainException;
import io.orgstead.domain.failure.NotFoundException;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationStatus;
import io.orgstead.domain.organization.TenantHome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * The steps of a move that everybody has to wait for: the organization says that it is moving, with a lease; the old home is closed
 * for writers; what is left is copied; the copy is published; the organization says where it is now. That is the switch: what is
 * found interrupted before it is taken back, after it carried through. For use once, by one thread.
 */
final class LastSteps {

    private static final int ATTEMPTS = 50;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int CLEANUP_ATTEMPTS = 20;

    private final Ports ports;
    private final Leases leases;
    private final MoveCompletion completion;
    private final Source source;
    private final TenantHome destination;
    private Organization moving;

    private LastSteps(
            Ports ports,
            Leases leases,
            MoveCompletion completion,
            Source source,
            TenantHome destination,
            Organization moving) {
        this.ports = ports;
        this.leases = leases;
        this.completion = completion;
        this.source = source;
        this.destination = destination;
        this.moving = moving;
    }

    /** The first of them. */
    static LastSteps begin(
            Ports ports,
            Leases leases,
            InterruptedOperation interrupted,
            MoveCompletion completion,
            Source source,
            OrganizationId organization,
            TenantHome destination) {
        for (int i = 0; i < ATTEMPTS; i++) {
            Organization now = visible(ports, organization);
            if (now.status() != OrganizationStatus.ACTIVE) {
                interrupted.settleIfAbandoned(now);
                LockSupport.parkNanos(PAUSE.toNanos());
                continue;
            }
            if (!Homes.of(now, ports.collections()).equals(Optional.of(source.home()))) {
                throw ConflictException.operationInProgress();
            }
            Organization moving = now.moving(leases.begin().moving(source.home(), destination));
            if (ports.organizations().replace(moving)) {
                return new LastSteps(ports, leases, completion, source, destination, moving);
            }
        }
        throw ConflictException.operationInProgress();
    }

    private static Organization visible(Ports ports, OrganizationId id) {
        return ports.organizations()
                .findById(id)
                .filter(organization -> organization.status().isVisible())
                .orElseThrow(NotFoundException::new);
    }

    /** All others. */
    Result take(Copying copying, Tally verified, Reporter reporter) {
        Instant closed = leases.now();
        Tally last;
        Usage usage;
        Organization switched;
        try {
            source.close(moving.version());
            last = copying.complete(verified, this::keepLease);
            usage = source.usage();
            publish();
            leases.requireHeld(moving.currentOperation());
            switched = moving.switched();
            if (!ports.organizations().replace(switched)) {
                throw Leases.lost();
            }
        } catch (RuntimeException failure) {
            cancel(failure);
            throw failure;
        }
        Duration pause = Duration.between(closed, leases.now());
        reporter.begin(Phase.CLEANING_UP);
        cleanUp(switched);
        return new Result.Moved(usage.documents(), usage.bytes(), last.originals(), verified.mended(), pause);
    }

    private void keepLease() {
        if (leases.isHalfOver(moving.currentOperation())) {
            leases.requireHeld(moving.currentOperation());
            Organization renewed = moving.takenOver(leases.end());
            if (!ports.organizations().replace(renewed)) {
                throw Leases.lost();
            }
            moving = renewed;
        }
    }

    private void publish() {
        keepLease();
        switch (ports.collections().publish(moving.id(), destination.incarnation(), moving.collection())) {
            case MOVED -> {}
            case TARGET_TAKEN -> throw ConflictException.collectionTaken();
            case SOURCE_GONE -> throw Leases.lost();
        }
    }

    /**
     * The failure stands even if the store fails now; recovery cancels then. The compare and set comes first: whoever has been
     * overtaken, or has switched without learning of it, is to take nothing back.
     */
    private void cancel(RuntimeException failure) {
        try {
            Organization own = moving.takenOver(leases.end());
            if (ports.organizations().replace(own)) {
                completion.cancel(own);
            }
        } catch (DomainException e) {
            failure.addSuppressed(e);
        }
    }

    /** What takes longer than a call may goes on with the next. Recovery does the rest, should it come to that. */
    private void cleanUp(Organization switched) {
        Organization own = switched;
        for (int i = 0; i < CLEANUP_ATTEMPTS; i++) {
            try {
                completion.finish(own);
                return;
            } catch (StoreUnavailableException e) {
                Optional<Organization> renewed = renewed(own);
                if (renewed.isEmpty()) {
                    return;
                }
                own = renewed.get();
            }
        }
    }

    private Optional<Organization> renewed(Organization own) {
        try {
            return Optional.of(own.takenOver(leases.end())).filter(ports.organizations()::replace);
        } catch (StoreUnavailableException e) {
            return Optional.empty();
        }
    }
}
