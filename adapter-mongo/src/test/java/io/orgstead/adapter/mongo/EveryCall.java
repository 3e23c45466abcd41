package io.orgstead.adapter.mongo;

import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.testkit.Samples;
import java.time.Instant;
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
        CollectionIncarnation incarnation = adapters.tenantCollections().stage(marker);
        adapters.tenantCollections().publish(marker.organizationId(), incarnation, name);
        adapters.tenantCollections().rename(name, incarnation, other);
        Optional<CollectionIncarnation> found = adapters.tenantCollections().find(other);
        adapters.tenantCollections().drop(other, found.orElseThrow());
        adapters.tenantCollections().stage(samples.marker());
        adapters.tenantCollections().findStaged(5).forEach(adapters.tenantCollections()::discardStaged);
    }
}
