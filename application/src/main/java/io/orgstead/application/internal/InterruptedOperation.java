package io.orgstead.application.internal;

import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.failure.NotFoundException;
import io.orgstead.domain.observation.AuditAction;
import io.orgstead.domain.observation.AuditEvent;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.Operation;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationStatus;
import java.util.Optional;

/**
 * Settles an operation whose owner is gone. Taking over is a compare and set on the organization's version, so of several
 * that try one goes on, and the former owner's next such write fails.
 */
final class InterruptedOperation {

    /** How settling went. */
    enum Outcome {
        /** Carried through. */
        FINISHED,
        /** Rolled back. */
        UNDONE,
        /** Not possible now. */
        POSTPONED,
        /** Somebody else, its owner perhaps, was faster. */
        OVERTAKEN
    }

    private final Ports ports;
    private final Leases leases;
    private final Removal removal;
    private final UpdateCompletion completion;
    private final MoveCompletion move;

    InterruptedOperation(
            Ports ports, Leases leases, Removal removal, UpdateCompletion completion, MoveCompletion move) {
        this.ports = ports;
        this.leases = leases;
        this.removal = removal;
        this.completion = completion;
        this.move = move;
    }

    void settleIfAbandoned(Organization organization) {
        if (leases.hasEnded(organization.currentOperation())) {
            settle(organization);
        }
    }

    Outcome settle(Organization organization) {
        Outcome outcome = carryOn(organization);
        audit(organization, outcome);
        return outcome;
    }

    private Outcome carryOn(Organization organization) {
        return switch (organization.status()) {
            case PROVISIONING -> rollBack(organization);
            case DELETING -> purge(organization);
            case UPDATING -> finishOrCancel(organization);
            case MOVING -> finishOrCancelMove(organization);
            case ACTIVE -> Outcome.OVERTAKEN;
        };
    }

    /** Only what is settled now, and by this call, is certain. A purge at the end of a grace period is no recovery. */
    private void audit(Organization organization, Outcome outcome) {
        if ((outcome == Outcome.FINISHED || outcome == Outcome.UNDONE) && !isWaiting(organization)) {
            AuditAction action = switch (organization.status()) {
                case PROVISIONING -> AuditAction.RECOVERED_CREATION;
                case DELETING -> AuditAction.RECOVERED_DELETION;
                case MOVING -> AuditAction.RECOVERED_MOVE;
                case UPDATING, ACTIVE -> AuditAction.RECOVERED_UPDATE;
            };
            AuditEvent.Outcome fate =
                    outcome == Outcome.FINISHED ? AuditEvent.Outcome.SUCCESS : AuditEvent.Outcome.FAILURE;
            ports.audit().record(AuditEvent.of(action, fate).on(organization.id()));
        }
    }

    private Outcome rollBack(Organization organization) {
        return removal.rollBack(organization, inherited(organization)) ? Outcome.UNDONE : Outcome.OVERTAKEN;
    }

    private Outcome purge(Organization organization) {
        Operation inherited = inherited(organization);
        Organization doomed =
                isWaiting(organization) ? removal.begin(organization, inherited) : organization.deleting(inherited);
        return ports.organizations().replace(doomed) && removal.purge(doomed) ? Outcome.FINISHED : Outcome.OVERTAKEN;
    }

    private Operation inherited(Organization organization) {
        return organization.currentOperation().leasedUntil(leases.end());
    }

    /** Whether it was deleted with a grace period, and nobody has begun to remove it. */
    private static boolean isWaiting(Organization organization) {
        return organization.status() == OrganizationStatus.DELETING
                && organization.currentOperation().incarnation().isEmpty();
    }

    private Outcome finishOrCancel(Organization organization) {
        Organization taken = organization.takenOver(leases.end());
        if (!ports.organizations().replace(taken)) {
            return Outcome.OVERTAKEN;
        }
        Optional<Admin> admin = ports.admins().findById(taken.adminId());
        if (admin.isPresent() && !admin.get().hasApplied(taken.currentOperation())) {
            // From here on the former owner cannot apply the update any more, if it has not done so this very moment.
            ports.admins().replace(admin.get().fenced());
            admin = ports.admins().findById(taken.adminId());
        }
        if (admin.isPresent() && admin.get().hasApplied(taken.currentOperation())) {
            return finish(taken, admin.get());
        }
        return ports.organizations().replace(taken.settled()) ? Outcome.UNDONE : Outcome.OVERTAKEN;
    }

    /** What has switched is carried through, what has not is taken back: before the switch nobody was told of anything. */
    private Outcome finishOrCancelMove(Organization organization) {
        Organization taken = organization.takenOver(leases.end());
        if (!ports.organizations().replace(taken)) {
            return Outcome.OVERTAKEN;
        }
        if (taken.currentOperation().destination().isPresent()) {
            return move.cancel(taken) ? Outcome.UNDONE : Outcome.OVERTAKEN;
        }
        return move.finish(taken) ? Outcome.FINISHED : Outcome.OVERTAKEN;
    }

    private Outcome finish(Organization taken, Admin updated) {
        try {
            completion.complete(taken, updated);
            return Outcome.FINISHED;
        } catch (ConflictException strangerInTheWay) {
            return Outcome.POSTPONED;
        } catch (NotFoundException deletedMeanwhile) {
            return Outcome.OVERTAKEN;
        }
    }
}
