package io.orgstead.adapter.mongo;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentSize;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Usage;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.testkit.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An organization with a collection, and what tests do with it over and over. */
record Tenant(Organization organization, TenantScope scope, MongoAdapters adapters) {

    static Tenant in(MongoAdapters adapters, Samples samples) {
        return in(adapters, samples, IsolationModel.COLLECTION);
    }

    static Tenant in(MongoAdapters adapters, Samples samples, IsolationModel model) {
        Organization organization = samples.active(samples.name());
        CollectionIncarnation incarnation = adapters.tenantCollections().stage(TenantMarker.of(organization), model);
        adapters.tenantCollections().publish(organization.id(), incarnation, organization.collection());
        return new Tenant(organization, Samples.scope(organization, incarnation), adapters);
    }

    InsertOutcome insert(Document... documents) {
        return adapters.tenantDocuments().insert(scope, List.of(documents), Quota.UNLIMITED);
    }

    List<Document> all() {
        List<Document> all = new ArrayList<>();
        adapters.tenantDocuments().scan(scope, Optional.empty(), all::add);
        return all;
    }

    long count() {
        return adapters.tenantDocuments().count(scope, Filter.all());
    }

    Usage usage() {
        return adapters.tenantDocuments().usage(scope);
    }

    static Usage usageOf(List<Document> documents) {
        return new Usage(
                documents.size(), documents.stream().mapToLong(DocumentSize::of).sum());
    }
}
