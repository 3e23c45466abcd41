package io.orgstead.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentPage;
import io.orgstead.domain.data.DocumentQuery;
import io.orgstead.domain.data.DocumentSize;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.Projection;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.SortPosition;
import io.orgstead.domain.data.TenantMovedException;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Usage;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.MoveOutcome;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.testkit.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;

/** What the suites of the organizations' own data have in common: a store with one organization in it. */
abstract class TenantData {

    private static final int MOST_PAGES = 5_000;

    Samples samples;
    TenantCollections collections;
    TenantDocuments documents;
    Organization organization;
    TenantScope scope;

    /**
     * Makes the collections that the documents are kept in. Called once before each test, before the other ports are made.
     *
     * @return the port over an empty store of its own
     */
    protected abstract TenantCollections tenantCollections();

    /**
     * Makes the documents' port over the same store. Called once before each test.
     *
     * @return the port
     */
    protected abstract TenantDocuments tenantDocuments();

    /**
     * Makes the values that the tests store. Called once before each test.
     *
     * @return values from the beginning, unless overridden; for a store that tests have in common, those that go on with the next test
     */
    protected Samples samples() {
        return new Samples();
    }

    /**
     * Says how the documents of organizations are kept apart in these tests.
     *
     * @return the model of every collection that the tests make, {@link IsolationModel#COLLECTION} unless overridden
     */
    protected IsolationModel model() {
        return IsolationModel.COLLECTION;
    }

    @BeforeEach
    void openData() {
        samples = samples();
        collections = tenantCollections();
        documents = tenantDocuments();
        organization = samples.active(samples.name());
        scope = publish(organization);
    }

    /** Gives an organization its collection. */
    TenantScope publish(Organization owner) {
        CollectionIncarnation incarnation = collections.stage(TenantMarker.of(owner), model());
        assertThat(collections.publish(owner.id(), incarnation, owner.collection()))
                .isEqualTo(MoveOutcome.MOVED);
        return Samples.scope(owner, incarnation);
    }

    /** The same collection under another name, and the scope as it is then. */
    TenantScope rename() {
        Organization renamed = Samples.renamed(organization, samples.name());
        assertThat(collections.rename(organization.collection(), scope.incarnation(), renamed.collection()))
                .isEqualTo(MoveOutcome.MOVED);
        return Samples.scope(renamed, scope.incarnation());
    }

    /** Whether the collection that a scope names is there under its name. */
    boolean isThere(TenantScope tenant) {
        return collections.isPresent(tenant.collection(), tenant.incarnation());
    }

    /** The scope of another organization, which is new. */
    TenantScope newTenant() {
        return publish(samples.active(samples.name()));
    }

    static Value markerId(TenantScope tenant) {
        return new Value.ObjectId(tenant.organization().value());
    }

    void insert(TenantScope tenant, List<Document> batch) {
        assertThat(documents.insert(tenant, batch, Quota.UNLIMITED)).isEqualTo(new InsertOutcome.Inserted());
    }

    void insert(Document... batch) {
        insert(scope, Arrays.asList(batch));
    }

    InsertOutcome tryInsert(Document... batch) {
        return documents.insert(scope, Arrays.asList(batch), Quota.UNLIMITED);
    }

    static DocumentQuery query(Filter filter, SortOrder sort, int limit, Optional<SortPosition> after) {
        return new DocumentQuery(filter, sort, Projection.ALL, limit, after);
    }

    /** All documents that a filter means, page by page; every page but the last is full. */
    List<Document> pages(TenantScope tenant, Filter filter, SortOrder sort, int limit) {
        List<Document> found = new ArrayList<>();
        Optional<SortPosition> after = Optional.empty();
        for (int page = 0; page < MOST_PAGES; page++) {
            DocumentPage next = documents.find(tenant, query(filter, sort, limit, after));
            found.addAll(next.documents());
            if (next.next().isEmpty()) {
                assertThat(next.documents()).hasSizeLessThanOrEqualTo(limit);
                return found;
            }
            assertThat(next.documents()).hasSize(limit);
            after = next.next();
        }
        throw new AssertionError("the pages have no end");
    }

    List<Document> pages(TenantScope tenant, Filter filter, SortOrder sort) {
        return pages(tenant, filter, sort, DocumentQuery.MAX_LIMIT);
    }

    List<Document> everything(TenantScope tenant) {
        return pages(tenant, Filter.all(), SortOrder.BY_ID);
    }

    List<Document> everything() {
        return everything(scope);
    }

    static List<Value> ids(List<Document> found) {
        return found.stream().map(Document::id).toList();
    }

    static Usage usageOf(List<Document> kept) {
        return new Usage(kept.size(), kept.stream().mapToLong(DocumentSize::of).sum());
    }

    /** The organization keeps these and no others, whichever way one looks. */
    void expectKept(TenantScope tenant, List<Document> kept) {
        assertThat(everything(tenant)).containsExactlyInAnyOrderElementsOf(kept);
        assertThat(documents.count(tenant, Filter.all())).isEqualTo(kept.size());
        assertThat(documents.usage(tenant)).isEqualTo(usageOf(kept));
    }

    void expectKept(Document... kept) {
        expectKept(scope, Arrays.asList(kept));
    }

    static void expectMoved(ThrowingCallable call) {
        assertThat(catchThrowable(call)).isInstanceOf(TenantMovedException.class);
    }
}
