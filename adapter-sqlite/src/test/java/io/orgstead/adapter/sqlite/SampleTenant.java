package io.orgstead.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentPage;
import io.orgstead.domain.data.DocumentQuery;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.Projection;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.testkit.Documents;
import io.orgstead.testkit.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** An organization with an empty collection in a store, and the ports to its documents. */
final class SampleTenant {

    private final Samples samples;
    private final SqliteStore store;
    private final TenantData data;
    private final SqliteTenantDocuments documents;
    private final SqliteTenantIndexes indexes;
    private final SqliteTenantCollections collections;
    private final Organization organization;
    private final TenantScope scope;

    SampleTenant(SqliteStore store) {
        this(store, new Samples());
    }

    SampleTenant(SqliteStore store, Samples samples) {
        this(store, samples, IsolationModel.COLLECTION);
    }

    SampleTenant(SqliteStore store, Samples samples, IsolationModel model) {
        this.samples = samples;
        this.store = store;
        this.data = new TenantData(store);
        this.documents = new SqliteTenantDocuments(data);
        this.indexes = new SqliteTenantIndexes(data);
        this.collections = new SqliteTenantCollections(store.tenants(), store.tenantFiles());
        this.organization = samples.active(samples.name());
        CollectionIncarnation incarnation = collections.stage(TenantMarker.of(organization), model);
        collections.publish(organization.id(), incarnation, organization.collection());
        this.scope = Samples.scope(organization, incarnation);
    }

    static IndexDefinition index(String name, String... fields) {
        return new IndexDefinition(name, Documents.keys(fields), false, Optional.empty());
    }

    static IndexDefinition unique(String name, String... fields) {
        return new IndexDefinition(name, Documents.keys(fields), true, Optional.empty());
    }

    Samples samples() {
        return samples;
    }

    TenantData data() {
        return data;
    }

    SqliteTenantDocuments documents() {
        return documents;
    }

    SqliteTenantIndexes indexes() {
        return indexes;
    }

    SqliteTenantCollections collections() {
        return collections;
    }

    Organization organization() {
        return organization;
    }

    TenantScope scope() {
        return scope;
    }

    void insert(Document... batch) {
        insert(Arrays.asList(batch));
    }

    void insert(List<Document> batch) {
        assertThat(documents.insert(scope, batch, Quota.UNLIMITED)).isEqualTo(new InsertOutcome.Inserted());
    }

    /** Documents with a number each, from 0. */
    void insertNumbers(int count) {
        for (int from = 0; from < count; from += 1_000) {
            insert(IntStream.range(from, Math.min(count, from + 1_000))
                    .mapToObj(i -> samples.document("n", i))
                    .toList());
        }
    }

    DocumentPage find(Filter filter, SortOrder sort, int limit) {
        return documents.find(scope, new DocumentQuery(filter, sort, Projection.ALL, limit, Optional.empty()));
    }

    /** Takes a statement to the organization's file, past the ports. */
    <T> T inFile(Work<T> work) {
        TenantFileId file = TenantFileId.of(organization.id(), scope.incarnation());
        return store.tenants().write(register -> store.tenantFiles().write(file, register, work));
    }

    /** What a statement gives on the organization's file, past the ports. */
    String ask(String sql) {
        return inFile(session -> session.ask(sql));
    }
}
