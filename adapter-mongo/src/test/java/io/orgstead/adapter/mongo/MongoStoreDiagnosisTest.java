package io.orgstead.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.port.StoreDiagnosis;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.testkit.contract.StoreDiagnosisContract;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoStoreDiagnosisTest extends StoreDiagnosisContract {

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private @Nullable MongoAdapters prepared;

    private MongoAdapters adapters() {
        if (prepared == null) {
            prepared = fresh.connect();
        }
        return prepared;
    }

    @Override
    protected StoreDiagnosis diagnosis() {
        return adapters().storeDiagnosis();
    }

    @Override
    protected TenantCollections collections() {
        return adapters().tenantCollections();
    }

    @Override
    protected void removeAnIndex() {
        fresh.organizations().dropIndex("orgstead_claims");
    }

    @Override
    protected StoreDiagnosis unreachable() {
        MongoAdapters closed = fresh.connect();
        closed.close();
        return closed.storeDiagnosis();
    }

    @Test
    void aDatabaseThatWasNotPreparedIsLookedAtAsItIs() {
        try (MongoAdapters unprepared = MongoAdapters.connectUnprepared(fresh.settings())) {
            assertThat(unprepared.storeDiagnosis().missingIndexes())
                    .containsExactly(
                            "organizations.collection_name (unique)",
                            "organizations.claims (unique)",
                            "organizations.organization_name",
                            "organizations.admin_id",
                            "organizations.operation.lease_until",
                            "admins.email (unique)",
                            "admins.email (any case)",
                            "admins.lease_until",
                            "data_inserts.ids",
                            "data_inserts.incarnation",
                            "data_inserts.heartbeat",
                            "data_usage.open.at",
                            "data_usage.recount_at",
                            "data_usage.staged_of (unique)",
                            "data_usage.isolation",
                            "data_usage.index_change.at",
                            "data_changes.incarnation",
                            "data_requests.organization",
                            "data_requests.expires_at");
            assertThat(unprepared.storeDiagnosis().countCollections()).isZero();
        }
    }
}
