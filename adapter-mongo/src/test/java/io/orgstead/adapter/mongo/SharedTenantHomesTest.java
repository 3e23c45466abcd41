package io.orgstead.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.testkit.Samples;
import io.orgstead.testkit.contract.TenantHomesContract;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag(RealMongoFilter.TAG)
class SharedTenantHomesTest extends TenantHomesContract {

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @Override
    protected IsolationModel model() {
        return IsolationModel.SHARED;
    }

    @Override
    protected TenantCollections tenantCollections() {
        return fresh.adapters().tenantCollections();
    }

    @Override
    protected TenantDocuments tenantDocuments() {
        return fresh.adapters().tenantDocuments();
    }

    /** More than are removed at once. */
    @Test
    void nothingIsLeftOfMany() {
        Samples values = new Samples();
        TenantScope kept = newHome(values);
        TenantScope many = newHome(values);
        TenantDocuments documents = tenantDocuments();
        documents.insert(kept, List.of(values.document("n", 1)), Quota.UNLIMITED);
        for (int batch = 0; batch < 3; batch++) {
            List<Document> some = IntStream.range(0, 900)
                    .mapToObj(n -> values.document("n", n))
                    .toList();
            assertThat(documents.insert(many, some, Quota.UNLIMITED)).isEqualTo(new InsertOutcome.Inserted());
        }
        MongoCollection<org.bson.Document> stored = fresh.database().getCollection(SharedLayout.COLLECTION);
        long before = stored.countDocuments();

        tenantCollections().drop(many.collection(), many.incarnation());

        long gone = 3 * 900 + 1;
        assertThat(before - stored.countDocuments())
                .as("the documents and the marker")
                .isEqualTo(gone);
        assertThat(documents.usage(kept).documents()).isEqualTo(1);
    }

    private TenantScope newHome(Samples values) {
        Organization owner = values.active(values.name());
        TenantCollections collections = tenantCollections();
        CollectionIncarnation incarnation = collections.stage(TenantMarker.of(owner), model());
        collections.publish(owner.id(), incarnation, owner.collection());
        return Samples.scope(owner, incarnation);
    }
}
