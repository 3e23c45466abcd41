package io.orgstead.application;

import io.orgstead.application.usecase.data.InsertDocuments;
import io.orgstead.application.usecase.data.OrganizationData;
import io.orgstead.application.usecase.data.TaggedDocument;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentQuery;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.IdempotencyKey;
import io.orgstead.domain.data.Projection;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.port.AuditLog;
import io.orgstead.domain.port.IdempotencyRecords;
import io.orgstead.domain.port.Organizations;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.domain.port.TenantIndexes;
import io.orgstead.domain.port.TenantSchemas;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A core with two organizations and their documents, whose ports can be come between. */
final class DataCore implements AutoCloseable {

    final Core core = new Core();
    final MemoryData memory = new MemoryData(core.store.tenantCollections());
    final Principal acme;
    final Principal beta;

    /** Comes between the use cases and every port of theirs. */
    volatile Interfering interfering = Interfering.NOT;

    volatile Quota quota = Quota.UNLIMITED;

    volatile AuditLog auditLog = event -> {};

    DataCore() {
        core.create("acme", "a@acme.com");
        core.create("beta", "b@beta.com");
        acme = core.principal("a@acme.com");
        beta = core.principal("b@beta.com");
    }

    /** A new instance on the same stores. */
    OrganizationManagement management() {
        return builder().build();
    }

    OrganizationManagementBuilder builder() {
        Interfering current = (call, port) -> interfering.around(call, port);
        return core.builder()
                .organizations(Interfering.in(Organizations.class, core.store.organizations(), current))
                .tenantCollections(Interfering.in(TenantCollections.class, core.store.tenantCollections(), current))
                .organizationData(
                        Interfering.in(TenantDocuments.class, memory.documents(), current),
                        Interfering.in(TenantIndexes.class, memory.indexes(), current),
                        Interfering.in(IdempotencyRecords.class, memory.records(), current))
                .documentSchemas(
                        Interfering.in(TenantSchemas.class, core.store.tenantSchemas(), current),
                        new RequiringValidator())
                .quota(quota)
                .auditLog(auditLog);
    }

    OrganizationData data() {
        return management().organizationData().orElseThrow();
    }

    static Document document(Object... namesAndValues) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], value(namesAndValues[i + 1]));
        }
        return Document.of(fields);
    }

    private static Value value(Object value) {
        if (value instanceof Integer number) {
            return new Value.Int32(number);
        }
        return value instanceof String text ? new Value.Text(text) : (Value) value;
    }

    static Value id(String text) {
        return new Value.Text(text);
    }

    static InsertDocuments.Command once(String key, String fingerprint, Document... documents) {
        return new InsertDocuments.Command(
                List.of(documents), Optional.of(new InsertDocuments.Once(new IdempotencyKey(key), fingerprint)), false);
    }

    void insert(Principal caller, Document... documents) {
        data().insert().insert(caller, new InsertDocuments.Command(List.of(documents)));
    }

    TaggedDocument get(Principal caller, String id) {
        return data().get().get(caller, id(id));
    }

    List<Document> all(Principal caller) {
        return data().find()
                .find(caller, new DocumentQuery(Filter.all(), SortOrder.BY_ID, Projection.ALL, 1000, Optional.empty()))
                .documents();
    }

    @Override
    public void close() {
        core.close();
    }
}
