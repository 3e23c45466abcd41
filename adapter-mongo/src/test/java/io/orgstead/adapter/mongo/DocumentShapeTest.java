package io.orgstead.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.testkit.Samples;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What other implementations of the seed document's schema find in the database. */
class DocumentShapeTest {

    private static final Date CREATED = Date.from(Samples.NOW);
    private static final Date LEASE = Date.from(Samples.LEASE);

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private final Samples samples = new Samples();

    private Organization add(MongoAdapters adapters) {
        Organization organization = samples.provisioning(OrganizationName.parse("Acme Corp"));
        adapters.organizations().add(organization);
        return organization;
    }

    private Document stored(String collection) {
        return fresh.database().getCollection(collection).find().first();
    }

    @Test
    void organizationHasTheSchemasFieldsAndOwnOnes() {
        MongoAdapters adapters = fresh.connect();
        Organization settled = add(adapters).settled();
        assertThat(adapters.organizations().replace(settled)).isTrue();

        assertThat(stored("organizations"))
                .containsExactly(
                        entry("_id", new ObjectId(settled.id().value())),
                        entry("organization_name", "Acme Corp"),
                        entry("collection_name", "org_acme_corp"),
                        entry("admin_id", settled.adminId().value()),
                        entry("admin_email", settled.adminEmail().value()),
                        entry("created_at", CREATED),
                        entry("status", "active"),
                        entry("version", 2L),
                        entry("claims", List.of("org_acme_corp")));
    }

    @Test
    void organizationTellsTheOperationOnlyWhileItIsUnderWay() {
        MongoAdapters adapters = fresh.connect();
        Organization added = add(adapters);

        assertThat(stored("organizations"))
                .containsEntry("status", "provisioning")
                .containsEntry(
                        "operation",
                        new Document("id", added.currentOperation().id().value()).append("lease_until", LEASE));

        Organization updating = added.settled()
                .updating(samples.operation()
                        .renamingTo(OrganizationName.parse("Other Ltd"))
                        .on(new CollectionIncarnation("abc")));
        assertThat(adapters.organizations().replace(added.settled())).isTrue();
        assertThat(stored("organizations")).containsEntry("status", "active").doesNotContainKey("operation");
        assertThat(adapters.organizations().replace(updating)).isTrue();
        assertThat(stored("organizations"))
                .containsEntry("status", "updating")
                .containsEntry("collection_name", "org_acme_corp")
                .containsEntry("claims", List.of("org_acme_corp", "org_other_ltd"))
                .containsEntry(
                        "operation",
                        new Document("id", updating.currentOperation().id().value())
                                .append("lease_until", LEASE)
                                .append("target_name", "Other Ltd")
                                .append("collection_incarnation", "abc"));
    }

    @Test
    void adminHasTheSchemasFieldsAndOwnOnes() {
        MongoAdapters adapters = fresh.connect();
        Admin admin = samples.provisioningAdmin(samples.email());
        adapters.admins().add(admin);

        assertThat(stored("admins"))
                .containsExactly(
                        entry("_id", new ObjectId(admin.id().value())),
                        entry("email", admin.email().value()),
                        entry("password", admin.password().reveal()),
                        entry("organization_name", admin.organizationName().value()),
                        entry("created_at", CREATED),
                        entry("version", 1L),
                        entry("credentials_changes", 0L),
                        entry(
                                "organization_id",
                                admin.organizationId().orElseThrow().value()),
                        entry("lease_until", LEASE));
    }

    @Test
    void updatedAdminTellsWhatWasDone() {
        MongoAdapters adapters = fresh.connect();
        Admin admin = samples.provisioningAdmin(samples.email());
        adapters.admins().add(admin);
        Admin settled = admin.settled();
        assertThat(adapters.admins().replace(settled)).isTrue();
        assertThat(stored("admins")).doesNotContainKey("lease_until");

        Organization updating = samples.active(samples.name()).updating(samples.operation());
        Admin updated = settled.updated(updating, Optional.empty(), Optional.of(samples.hash()), Samples.NOW);
        assertThat(adapters.admins().replace(updated)).isTrue();

        assertThat(stored("admins"))
                .containsEntry("password", updated.password().reveal())
                .containsEntry("credentials_changes", 1L)
                .containsEntry("password_changed_at", CREATED)
                .containsEntry("last_update", updating.currentOperation().id().value())
                .containsEntry("version", 3L);
    }

    @Test
    void markerIsTheSeedDocuments() {
        MongoAdapters adapters = fresh.connect();
        TenantMarker marker = samples.marker();
        CollectionName name = marker.organization().collectionName();
        CollectionIncarnation incarnation = adapters.tenantCollections().stage(marker, IsolationModel.COLLECTION);
        String staged = "orgstead_staged_" + marker.organizationId().value();
        assertThat(fresh.database().listCollectionNames()).contains(staged);

        adapters.tenantCollections().publish(marker.organizationId(), incarnation, name);

        assertThat(fresh.database().listCollectionNames())
                .contains(name.value())
                .doesNotContain(staged);
        assertThat(stored(name.value()))
                .containsEntry("_id", new ObjectId(marker.organizationId().value()))
                .containsEntry("initialized", true)
                .containsEntry("created_at", CREATED)
                .containsEntry("organization", marker.organization().value());
    }

    private static java.util.Map.Entry<String, Object> entry(String field, Object value) {
        return java.util.Map.entry(field, value);
    }
}
