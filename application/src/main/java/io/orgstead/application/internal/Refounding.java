package io.orgstead.application.internal;

import io.orgstead.application.internal.data.DataPorts;
import io.orgstead.application.usecase.backup.BackedUpOrganization;
import io.orgstead.application.usecase.data.ImportDocuments;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentSchema;
import io.orgstead.domain.data.DocumentSize;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.IndexOutcome;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.observation.AuditAction;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.Operation;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes one organization of a backup: as at any creation, but for its documents, which come in before it is shown. However
 * long that takes, the lease is renewed as long as somebody is at it.
 */
final class Refounding implements SelectedRestoration.Making {

    private final Ports ports;
    private final DataPorts data;
    private final Leases leases;
    private final Founding founding;
    private final AuditTrail audit;
    private final Admin admin;
    private final TenantScope scope;
    private final List<Document> batch = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private Organization hidden;
    private long batchBytes;

    private Refounding(
            Ports ports,
            DataPorts data,
            Leases leases,
            Founding founding,
            AuditTrail audit,
            Admin admin,
            Organization hidden) {
        this.ports = ports;
        this.data = data;
        this.leases = leases;
        this.founding = founding;
        this.audit = audit;
        this.admin = admin;
        this.hidden = hidden;
        this.scope = TenantScope.ofProvisioning(hidden);
    }

    /** Makes it without documents. Takes back what it has done if it throws. */
    static Refounding begin(
            Ports ports,
            DataPorts data,
            Leases leases,
            Founding founding,
            AuditTrail audit,
            BackedUpOrganization organization) {
        Operation creation = leases.begin();
        Admin admin = admin(organization, creation);
        Organization claimed = claimed(organization, creation);
        ports.organizations().add(claimed);
        Organization hidden = founding.prepare(claimed, admin);
        Refounding made = new Refounding(ports, data, leases, founding, audit, admin, hidden);
        try {
            organization.indexes().forEach(made::index);
            organization.schema().ifPresent(made::schema);
            return made;
        } catch (RuntimeException e) {
            made.undo();
            throw e;
        }
    }

    private static Admin admin(BackedUpOrganization organization, Operation creation) {
        return new Admin(
                organization.admin().id(),
                Optional.of(organization.id()),
                organization.name(),
                organization.admin().email(),
                organization.admin().password(),
                organization.admin().createdAt(),
                organization.admin().credentials(),
                Optional.empty(),
                Optional.of(creation.leaseUntil()),
                1);
    }

    private static Organization claimed(BackedUpOrganization organization, Operation creation) {
        return new Organization(
                organization.id(),
                organization.name(),
                organization.name().collectionName(),
                organization.admin().id(),
                organization.admin().email(),
                organization.createdAt(),
                OrganizationStatus.PROVISIONING,
                Optional.of(creation),
                Optional.empty(),
                1);
    }

    private void index(IndexDefinition index) {
        IndexOutcome outcome = data.indexes().create(scope, index, Integer.MAX_VALUE);
        if (outcome != IndexOutcome.PRESENT) {
            throw new IllegalStateException("the index " + index.name() + " cannot be made: " + outcome);
        }
    }

    private void schema(DocumentSchema schema) {
        boolean set = data.schemas()
                .filter(ports -> ports.schemas().replace(hidden.id(), Optional.empty(), Optional.of(schema)))
                .isPresent();
        if (!set) {
            throw new IllegalStateException("the organization's schema cannot be set");
        }
    }

    @Override
    public void document(Document document) {
        batch.add(document);
        batchBytes += DocumentSize.of(document);
        if (batch.size() == ImportDocuments.BATCH || batchBytes >= ImportDocuments.BATCH_BYTES) {
            store();
        }
    }

    private void store() {
        keepLease();
        boolean done = batch.isEmpty();
        while (!done) {
            InsertOutcome outcome = data.documents().insert(scope, List.copyOf(batch), Quota.UNLIMITED);
            done = outcome instanceof InsertOutcome.Inserted;
            if (outcome instanceof InsertOutcome.IndexViolated violated) {
                leaveOut(violated.index());
            } else if (outcome instanceof InsertOutcome.ParallelArrays parallel) {
                leaveOut(parallel.index());
            } else if (!done) {
                throw new IllegalStateException("the backup holds two documents of one id");
            }
        }
        batch.clear();
        batchBytes = 0;
    }

    /** What was written while the backup was made may be in it from two moments that no index would have let be together. */
    private void leaveOut(String index) {
        if (!data.indexes().drop(scope, index)) {
            throw new IllegalStateException("the index " + index + " is in the way, and is not there");
        }
        warnings.add("the index " + index + " of organization " + hidden.id().value()
                + " was left out: documents of the backup contradict it");
    }

    private void keepLease() {
        if (leases.isHalfOver(hidden.currentOperation())) {
            leases.requireHeld(hidden.currentOperation());
            Organization renewed = hidden.takenOver(leases.end());
            if (!ports.organizations().replace(renewed)) {
                throw Leases.lost();
            }
            hidden = renewed;
        }
    }

    @Override
    public List<String> complete() {
        store();
        Organization shown = founding.show(hidden, admin);
        audit.succeeded(AuditAction.BACKUP_RESTORATION, event -> event.on(shown.id()));
        return List.copyOf(warnings);
    }

    @Override
    public void undo() {
        founding.undo(hidden);
    }
}
