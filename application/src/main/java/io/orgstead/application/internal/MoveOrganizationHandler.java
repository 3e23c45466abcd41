package io.orgstead.application.internal;

import io.orgstead.application.internal.data.DataPorts;
import io.orgstead.application.internal.move.Copying;
import io.orgstead.application.internal.move.MoveClaim;
import io.orgstead.application.internal.move.Reporter;
import io.orgstead.application.internal.move.Source;
import io.orgstead.application.internal.move.StoppedException;
import io.orgstead.application.internal.move.Tally;
import io.orgstead.application.internal.move.Target;
import io.orgstead.application.internal.move.Watching;
import io.orgstead.application.usecase.MoveOrganization;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.failure.DomainException;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.failure.NotFoundException;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.observation.AuditAction;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.OrganizationStatus;
import io.orgstead.domain.organization.TenantHome;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.TenantChanges;
import java.util.List;

/**
 * Copies into the organization's private collection, which recovery does not touch while the organization is there; then takes the
 * last steps. A copy that nothing can come of is discarded, any other kept for the next run.
 */
final class MoveOrganizationHandler implements MoveOrganization {

    private final Ports ports;
    private final DataPorts data;
    private final TenantChanges changes;
    private final Leases leases;
    private final InterruptedOperation interrupted;
    private final MoveCompletion completion;
    private final AuditTrail audit;

    MoveOrganizationHandler(
            Ports ports,
            DataPorts data,
            TenantChanges changes,
            Leases leases,
            InterruptedOperation interrupted,
            MoveCompletion completion,
            AuditTrail audit) {
        this.ports = ports;
        this.data = data;
        this.changes = changes;
        this.leases = leases;
        this.interrupted = interrupted;
        this.completion = completion;
        this.audit = audit;
    }

    @Override
    public Result move(OrganizationName name, IsolationModel model, Observer observer) {
        if (ports.mark().filter(OwnMark::isSending).isPresent()) {
            throw ConflictException.operationInProgress();
        }
        Organization organization = settled(name);
        if (organization.isolation() == model) {
            return new Result.AlreadyThere();
        }
        Result result = audit.watching(
                List.of(AuditAction.ORGANIZATION_MOVE),
                event -> event.on(organization.id()),
                () -> claimed(organization, claim -> move(organization, model, claim, observer)));
        if (result instanceof Result.Moved) {
            audit.succeeded(AuditAction.ORGANIZATION_MOVE, event -> event.on(organization.id()));
        }
        return result;
    }

    @Override
    public void abandon(OrganizationName name) {
        Organization organization = settled(name);
        claimed(organization, claim -> {
            discard(organization.id(), Source.of(organization, data, changes));
            return new Result.Stopped();
        });
    }

    private interface Work {

        Result run(MoveClaim claim);
    }

    private Result claimed(Organization organization, Work work) {
        MoveClaim claim = MoveClaim.take(data.records(), ports.ids(), ports.clock(), organization.id());
        try {
            return work.run(claim);
        } finally {
            claim.leave();
        }
    }

    private Result move(Organization organization, IsolationModel model, MoveClaim claim, Observer observer) {
        refuseForeignCollection(organization, model);
        Source source = Source.of(organization, data, changes);
        try {
            return copyAndSwitch(organization, model, source, claim, observer);
        } catch (StoppedException wish) {
            return new Result.Stopped();
        } catch (DomainException e) {
            DomainException reason = isThere(organization.id(), e) ? e : new NotFoundException();
            if (!canGoOn(reason)) {
                discard(organization.id(), source, reason);
            }
            throw reason;
        } catch (IllegalStateException e) {
            discard(organization.id(), source, e);
            throw e;
        }
    }

    private Result copyAndSwitch(
            Organization organization, IsolationModel model, Source source, MoveClaim claim, Observer observer) {
        Reporter reporter = new Reporter(observer, ports.clock(), source.usage().documents());
        Watching watching = Watching.begin(source, claim::hold, Watching.LENGTH, ports.clock());
        CollectionIncarnation staged = ports.collections().stage(TenantMarker.of(organization), model);
        Copying copying = new Copying(
                source,
                new Target(data.documents(), data.indexes(), TenantScope.ofStaged(organization, staged)),
                watching,
                reporter);
        Tally verified = copying.copy();
        reporter.begin(Phase.SWITCHING);
        TenantHome destination = new TenantHome(model, staged);
        return LastSteps.begin(ports, leases, interrupted, completion, source, organization.id(), destination)
                .take(copying, verified, reporter);
    }

    private Organization settled(OrganizationName name) {
        Organization found = visible(name);
        if (found.status() != OrganizationStatus.ACTIVE) {
            interrupted.settleIfAbandoned(found);
            found = visible(name);
        }
        if (found.status() != OrganizationStatus.ACTIVE) {
            throw ConflictException.operationInProgress();
        }
        return found;
    }

    private Organization visible(OrganizationName name) {
        return ports.organizations()
                .findByName(name)
                .filter(organization -> organization.status().isVisible())
                .orElseThrow(NotFoundException::new);
    }

    /** Spares the work of copying for what is going to be refused; the publication decides. */
    private void refuseForeignCollection(Organization organization, IsolationModel model) {
        if (model == IsolationModel.COLLECTION
                && ports.collections().find(organization.collection()).isPresent()) {
            throw ConflictException.collectionTaken();
        }
    }

    /** A copy that is gone may be so because the organization is. */
    private boolean isThere(OrganizationId organization, DomainException failure) {
        return failure.code() != FailureCode.OPERATION_IN_PROGRESS
                || ports.organizations()
                        .findById(organization)
                        .filter(found -> found.status().isVisible())
                        .isPresent();
    }

    /** Whether the same move, made again, has a use for what has been copied. */
    private static boolean canGoOn(DomainException failure) {
        return failure.code() == FailureCode.STORE_UNAVAILABLE || failure.code() == FailureCode.OPERATION_IN_PROGRESS;
    }

    /** The failure stands even if the store fails now, too. */
    private void discard(OrganizationId organization, Source source, RuntimeException failure) {
        try {
            discard(organization, source);
        } catch (StoreUnavailableException | NotFoundException e) {
            failure.addSuppressed(e);
        }
    }

    private void discard(OrganizationId organization, Source source) {
        ports.collections().discardStaged(organization);
        source.unwatch();
    }
}
