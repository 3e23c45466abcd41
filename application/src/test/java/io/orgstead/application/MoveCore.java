package io.orgstead.application;

import io.orgstead.application.internal.data.Homes;
import io.orgstead.application.usecase.MoveOrganization;
import io.orgstead.application.usecase.data.InsertDocuments;
import io.orgstead.application.usecase.data.OrganizationData;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentQuery;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.Projection;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.observation.AuditEvent;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.PasswordHash;
import io.orgstead.domain.organization.PlaintextPassword;
import io.orgstead.domain.port.IdempotencyRecords;
import io.orgstead.domain.port.Organizations;
import io.orgstead.domain.port.PasswordHasher;
import io.orgstead.domain.port.TenantChanges;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.domain.port.TenantIndexes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A core with one organization whose documents can be moved, and whose ports can be come between. */
final class MoveCore implements AutoCloseable {

    /** Nobody logs in here, and hashing takes time. */
    private static final PasswordHasher NO_HASHER = new PasswordHasher() {

        @Override
        public PasswordHash hash(PlaintextPassword password) {
            return new PasswordHash("none");
        }

        @Override
        public boolean verify(PlaintextPassword attempt, PasswordHash hash) {
            return false;
        }

        @Override
        public PasswordHash decoy() {
            return new PasswordHash("none");
        }

        @Override
        public boolean isOutdated(PasswordHash hash) {
            return false;
        }
    };

    final Core core = new Core();
    final MemoryHomes homes = new MemoryHomes();
    final MemoryData memory = new MemoryData(homes);
    final List<AuditEvent> audit = Collections.synchronizedList(new ArrayList<>());
    final Principal acme;

    /** Comes between the use cases and every port of theirs that has to do with moves. */
    volatile Interfering interfering = Interfering.NOT;

    MoveCore() {
        management().createOrganization().create(Core.organization("acme", "a@acme.com"));
        Organization created =
                core.store.organizations().findByName(Core.name("acme")).orElseThrow();
        acme = new Principal(created.adminId(), created.id(), created.name(), created.adminEmail());
        audit.clear();
    }

    /** A new instance on the same stores. */
    OrganizationManagement management() {
        Interfering current = (call, port) -> interfering.around(call, port);
        return core.builder()
                .organizations(Interfering.in(Organizations.class, core.store.organizations(), current))
                .tenantCollections(Interfering.in(TenantCollections.class, homes, current))
                .organizationData(
                        Interfering.in(TenantDocuments.class, memory.documents(), current),
                        Interfering.in(TenantIndexes.class, memory.indexes(), current),
                        Interfering.in(IdempotencyRecords.class, memory.records(), current))
                .tenantChanges(Interfering.in(TenantChanges.class, memory.changes(), current))
                .passwordHasher(NO_HASHER)
                .auditLog(audit::add)
                .build();
    }

    OrganizationData data() {
        return management().organizationData().orElseThrow();
    }

    MoveOrganization mover() {
        return management().moveOrganization().orElseThrow();
    }

    MoveOrganization.Result move(IsolationModel model) {
        return mover().move(organization().name(), model, progress -> true);
    }

    void insert(Document... documents) {
        data().insert().insert(acme, new InsertDocuments.Command(List.of(documents)));
    }

    List<Document> all() {
        DocumentQuery query = new DocumentQuery(
                Filter.all(), SortOrder.BY_ID, Projection.ALL, DocumentQuery.MAX_LIMIT, Optional.empty());
        return data().find().find(acme, query).documents();
    }

    /** However many they are. */
    List<Document> everything() {
        List<Document> all = new ArrayList<>();
        data().export().export(acme, all::add);
        return all;
    }

    /** So many that they are not all compared once more while writers wait. */
    void insertMany() {
        for (int i = 0; i < 5; i++) {
            List<Document> batch = new ArrayList<>();
            for (int n = 0; n < 500; n++) {
                batch.add(DataCore.document("_id", "many-" + i + "-" + n, "n", 1_000 + i * 500 + n));
            }
            insert(batch.toArray(Document[]::new));
        }
    }

    List<IndexDefinition> indexes() {
        return data().indexes().list(acme);
    }

    Organization organization() {
        return core.store.organizations().findById(acme.organizationId()).orElseThrow();
    }

    /** Whether changes at its present home are noted. */
    boolean isWatched() {
        return memory.isWatched(Homes.of(organization(), homes).orElseThrow());
    }

    /** Whether writers are kept out of its present home. */
    boolean isClosed() {
        return memory.isClosed(Homes.of(organization(), homes).orElseThrow());
    }

    @Override
    public void close() {
        core.close();
    }
}
