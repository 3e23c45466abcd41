package io.orgstead.application;

import io.orgstead.adapter.sqlite.SqliteAdapters;
import io.orgstead.application.internal.data.Homes;
import io.orgstead.application.usecase.MigrateInstallation;
import io.orgstead.application.usecase.MigrationTarget;
import io.orgstead.application.usecase.WriteGate;
import io.orgstead.application.usecase.data.InsertDocuments;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.port.Admins;
import io.orgstead.domain.port.IdempotencyRecords;
import io.orgstead.domain.port.MigrationMarks;
import io.orgstead.domain.port.Organizations;
import io.orgstead.domain.port.TenantChanges;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.domain.port.TenantIndexes;
import io.orgstead.domain.port.TenantSchemas;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An installation in memory, and another store that it can go to. */
final class MigrationCore implements AutoCloseable {

    static final Duration GRACE = Duration.ofDays(7);

    final Core core = new Core();
    final MemoryHomes homes = new MemoryHomes();
    final MemoryData memory = new MemoryData(homes);
    final SqliteAdapters other = SqliteAdapters.inMemory();
    final MemoryHomes otherHomes = new MemoryHomes();
    final MemoryData otherMemory = new MemoryData(otherHomes);
    WriteGate gate = new WriteGate();

    /** Comes between a migration and every port of its. */
    volatile Interfering interfering = Interfering.NOT;

    private <P> P watched(Class<P> type, P port) {
        return Interfering.in(type, port, (call, forward) -> interfering.around(call, forward));
    }

    /** What serves the installation. */
    OrganizationManagement serving() {
        return core.builder()
                .organizations(gate.before(Organizations.class, core.store.organizations()))
                .admins(gate.before(Admins.class, core.store.admins()))
                .tenantCollections(gate.before(TenantCollections.class, homes))
                .organizationData(
                        gate.before(TenantDocuments.class, memory.documents()),
                        gate.before(TenantIndexes.class, memory.indexes()),
                        gate.before(IdempotencyRecords.class, memory.records()))
                .documentSchemas(gate.before(TenantSchemas.class, core.store.tenantSchemas()), new RequiringValidator())
                .tenantChanges(gate.before(TenantChanges.class, memory.changes()))
                .deleteGrace(GRACE)
                .build();
    }

    /** What takes it away. */
    MigrateInstallation migration() {
        return migration(core.store.migrationMarks());
    }

    /** The same, with the mark of the store that is left coming through this port. */
    MigrateInstallation migration(MigrationMarks own) {
        return core.builder()
                .organizations(watched(Organizations.class, core.store.organizations()))
                .admins(watched(Admins.class, core.store.admins()))
                .tenantCollections(watched(TenantCollections.class, homes))
                .organizationData(
                        watched(TenantDocuments.class, memory.documents()),
                        watched(TenantIndexes.class, memory.indexes()),
                        watched(IdempotencyRecords.class, memory.records()))
                .documentSchemas(watched(TenantSchemas.class, core.store.tenantSchemas()), new RequiringValidator())
                .tenantChanges(watched(TenantChanges.class, memory.changes()))
                .migrationMarks(watched(MigrationMarks.class, own), "here")
                .build()
                .migrateInstallation(target("there"), gate)
                .orElseThrow();
    }

    MigrationTarget target(String name) {
        return new MigrationTarget(
                watched(Organizations.class, other.organizations()),
                watched(Admins.class, other.admins()),
                watched(TenantCollections.class, otherHomes),
                watched(TenantDocuments.class, otherMemory.documents()),
                watched(TenantIndexes.class, otherMemory.indexes()),
                watched(TenantSchemas.class, other.tenantSchemas()),
                watched(IdempotencyRecords.class, otherMemory.records()),
                watched(MigrationMarks.class, other.migrationMarks()),
                name);
    }

    /** What serves the installation where it has gone. */
    OrganizationManagement elsewhere() {
        return core.builder()
                .organizations(other.organizations())
                .admins(other.admins())
                .tenantCollections(otherHomes)
                .organizationData(otherMemory.documents(), otherMemory.indexes(), otherMemory.records())
                .documentSchemas(other.tenantSchemas(), new RequiringValidator())
                .deleteGrace(GRACE)
                .build();
    }

    /** An organization whose admin's address is that of its name at example.com. */
    OrganizationId create(String name, Document... documents) {
        OrganizationId id = serving()
                .createOrganization()
                .create(Core.organization(name, name + "@example.com"))
                .id();
        insert(name, documents);
        return id;
    }

    void insert(String name, Document... documents) {
        if (documents.length > 0) {
            serving()
                    .organizationData()
                    .orElseThrow()
                    .insert()
                    .insert(principal(name + "@example.com"), new InsertDocuments.Command(List.of(documents)));
        }
    }

    /** An organization that is served from here. */
    Organization here(OrganizationId id) {
        return core.store.organizations().findById(id).orElseThrow();
    }

    Principal principal(String email) {
        return core.authorize(core.logIn(email, Core.PASSWORD));
    }

    static List<Organization> all(Organizations organizations) {
        return organizations.list(Optional.empty(), 1_000);
    }

    List<Document> documentsHere(Organization organization) {
        return documents(memory.documents(), homes, organization);
    }

    List<Document> documentsThere(Organization organization) {
        return documents(otherMemory.documents(), otherHomes, organization);
    }

    List<IndexDefinition> indexesThere(OrganizationId id) {
        Organization organization = other.organizations().findById(id).orElseThrow();
        return otherMemory.indexes().list(scope(otherHomes, organization));
    }

    private static List<Document> documents(
            TenantDocuments documents, TenantCollections collections, Organization organization) {
        List<Document> found = new ArrayList<>();
        documents.scan(scope(collections, organization), Optional.empty(), found::add);
        return found;
    }

    private static TenantScope scope(TenantCollections collections, Organization organization) {
        Organization seen = organization.status().isVisible() ? organization : organization.settled();
        return TenantScope.of(
                new Principal(seen.adminId(), seen.id(), seen.name(), seen.adminEmail()),
                seen,
                seen.collection(),
                Homes.of(seen, collections).orElseThrow());
    }

    @Override
    public void close() {
        core.close();
        other.close();
    }
}
