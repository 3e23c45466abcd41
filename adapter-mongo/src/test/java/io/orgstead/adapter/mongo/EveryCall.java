package io.orgstead.adapter.mongo;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentQuery;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.IdempotencyKey;
import io.orgstead.domain.data.IdempotencyRecord;
import io.orgstead.domain.data.Projection;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.SortPosition;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.testkit.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes every call of every port once, so that whoever records commands has seen them all. */
final class EveryCall {

    private final Samples samples = new Samples();
    private final MongoAdapters adapters;

    EveryCall(MongoAdapters adapters) {
        this.adapters = adapters;
    }

    void make() {
        onOrganizations();
        onAdmins();
        onCollections();
        onRequests();
        if (MongoTarget.isReal()) {
            for (IsolationModel model : IsolationModel.values()) {
                onDocuments(model);
                onIndexes(model);
                onChanges(model);
            }
        }
        adapters.healthProbe().check();
    }

    private void onOrganizations() {
        Organization added = samples.provisioning(samples.name());
        adapters.organizations().add(added);
        adapters.organizations().add(added);
        adapters.organizations().replace(added.settled());
        OrganizationName target = samples.name();
        adapters.organizations().add(samples.provisioning(target));
        Organization renaming = added.settled().updating(samples.operation().renamingTo(samples.name()));
        adapters.organizations().replace(renaming);
        adapters.organizations().findById(added.id());
        adapters.organizations().findByName(added.name());
        adapters.organizations().findByAdmin(added.adminId());
        adapters.organizations().findLeasedBefore(Instant.MAX, 5);
        adapters.organizations().list(Optional.of(added.id()), 5);
        adapters.organizations().remove(renaming);
    }

    private void onAdmins() {
        Admin added = samples.provisioningAdmin(samples.email());
        adapters.admins().add(added);
        adapters.admins().add(added);
        adapters.admins().replace(added.settled());
        adapters.admins().rehash(added.id(), added.password(), samples.hash());
        adapters.admins().findById(added.id());
        adapters.admins().findByEmail(added.email());
        adapters.admins().findLeasedBefore(Instant.MAX, 5);
        adapters.admins().remove(added.id());
    }

    private void onCollections() {
        TenantMarker marker = samples.marker();
        CollectionName name = marker.organization().collectionName();
        CollectionName other = new CollectionName("org_every_call");
        CollectionIncarnation incarnation = adapters.tenantCollections().stage(marker, IsolationModel.COLLECTION);
        adapters.tenantCollections().publish(marker.organizationId(), incarnation, name);
        adapters.tenantCollections().rename(name, incarnation, other);
        Optional<CollectionIncarnation> found = adapters.tenantCollections().find(other);
        adapters.tenantCollections().drop(other, found.orElseThrow());
        adapters.tenantCollections().stage(samples.marker(), IsolationModel.COLLECTION);
        adapters.tenantCollections().findStaged(5).forEach(adapters.tenantCollections()::discardStaged);
    }

    private void onRequests() {
        IdempotencyRecord entered = new IdempotencyRecord(
                samples.organizationId(),
                new IdempotencyKey("key"),
                "fingerprint",
                List.of(samples.objectId()),
                false,
                Samples.LEASE,
                Samples.LEASE);
        adapters.idempotencyRecords().enter(entered, Samples.NOW);
        adapters.idempotencyRecords().enter(entered, Samples.NOW);
        adapters.idempotencyRecords().enter(entered, entered.expiresAt());
        adapters.idempotencyRecords().replace(entered, entered.finished());
        adapters.idempotencyRecords().removeExpired(entered.expiresAt(), 5);
        adapters.idempotencyRecords().remove(entered.organization(), entered.key());
        adapters.idempotencyRecords().removeAll(entered.organization());
    }

    private void onDocuments(IsolationModel model) {
        Tenant tenant = Tenant.in(adapters, samples, model);
        TenantDocuments documents = adapters.tenantDocuments();
        Document one = samples.document("n", 1);
        Document next = samples.document("n", 2).withId(one.id());
        tenant.insert(one);
        tenant.insert(one);
        tenant.insert(samples.document(), samples.document());
        tenant.insert(samples.document(), one);
        documents.findById(tenant.scope(), one.id());
        Optional<SortPosition> after = Optional.empty();
        for (int page = 0; page < 2; page++) {
            after = documents
                    .find(tenant.scope(), new DocumentQuery(Filter.all(), SortOrder.BY_ID, Projection.ALL, 1, after))
                    .next();
        }
        documents.count(tenant.scope(), Filter.all());
        documents.replace(tenant.scope(), one, next, Quota.UNLIMITED);
        documents.delete(tenant.scope(), next);
        documents.scan(tenant.scope(), Optional.empty(), document -> true);
        documents.deleteAll(tenant.scope(), Filter.all());
        documents.usage(tenant.scope());
        documents.undoInterrupted(Instant.MAX, 5);
    }

    private void onIndexes(IsolationModel model) {
        Tenant tenant = Tenant.in(adapters, samples, model);
        tenant.insert(samples.document("at", Samples.NOW.plusSeconds(900_000_000)));
        adapters.tenantIndexes().create(tenant.scope(), DataSamples.expiring("e", "at"), 5);
        adapters.tenantIndexes().list(tenant.scope());
        adapters.tenantIndexes().drop(tenant.scope(), "e");
        adapters.tenantIndexes().removeExpired(Instant.MAX, 5);
        adapters.tenantDocuments().undoInterrupted(Instant.MAX, 5);
        adapters.tenantCollections()
                .drop(tenant.organization().collection(), tenant.scope().incarnation());
    }

    private void onChanges(IsolationModel model) {
        Tenant tenant = Tenant.in(adapters, samples, model);
        Instant now = Instant.now();
        adapters.tenantChanges().watch(tenant.scope(), now, now.plusSeconds(60));
        tenant.insert(samples.document(), samples.document());
        adapters.tenantChanges().take(tenant.scope(), 5);
        adapters.tenantChanges().unwatch(tenant.scope());
        adapters.tenantChanges().close(tenant.scope(), 1);
        adapters.tenantChanges().reopen(tenant.scope(), 1);
        adapters.tenantCollections().stage(TenantMarker.of(tenant.organization()), model);
        adapters.tenantCollections().findStaged(5);
        adapters.tenantCollections().discardStaged(tenant.organization().id());
        adapters.tenantCollections()
                .rename(
                        tenant.organization().collection(),
                        tenant.scope().incarnation(),
                        tenant.organization().collection());
        adapters.tenantCollections()
                .isPresent(tenant.organization().collection(), tenant.scope().incarnation());
        adapters.tenantCollections()
                .drop(tenant.organization().collection(), tenant.scope().incarnation());
        adapters.storeDiagnosis().countCollections();
    }
}
