package io.orgstead.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.testkit.Documents;
import io.orgstead.testkit.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What watching and closing have to do with clocks, and with documents that expire. */
class ChangeabilityTest {

    private static final IndexDefinition EXPIRING =
            new IndexDefinition("e", Documents.keys("at"), false, Optional.of(Duration.ZERO));

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    private final Samples samples = new Samples();

    @Test
    void writersNoteAMinuteLongerThanIsWatchedAndNotForEver() {
        SampleTenant tenant = new SampleTenant(stores.inMemory(), samples);
        SqliteTenantChanges changes = new SqliteTenantChanges(tenant.data());
        Instant now = Instant.now();
        changes.watch(tenant.scope(), now.minusSeconds(100), now.minusSeconds(1));
        Document late = samples.document("n", 1);
        tenant.insert(late);
        assertThat(changes.take(tenant.scope(), 9)).containsExactly(late.id());

        changes.watch(tenant.scope(), now.minusSeconds(100), now.minusSeconds(61));
        tenant.insert(samples.document("n", 2));

        assertThat(changes.take(tenant.scope(), 9)).isEmpty();
    }

    @Test
    void expiredDocumentsAreNotNotedAndStayWhereNothingMayChange() {
        SampleTenant tenant = new SampleTenant(stores.inMemory(), samples);
        SqliteTenantChanges changes = new SqliteTenantChanges(tenant.data());
        tenant.indexes().create(tenant.scope(), EXPIRING, 9);
        tenant.insert(samples.document("at", Instant.EPOCH));
        changes.watch(tenant.scope(), Samples.NOW, Instant.now().plusSeconds(600));
        changes.close(tenant.scope(), 1);
        assertThat(tenant.indexes().removeExpired(Samples.NOW, 9)).isZero();

        changes.reopen(tenant.scope(), 1);
        assertThat(tenant.indexes().removeExpired(Samples.NOW, 9)).isEqualTo(1);

        assertThat(changes.take(tenant.scope(), 9)).isEmpty();
    }

    @Test
    void idsOfEveryTypeAreGivenBack() {
        SampleTenant tenant = new SampleTenant(stores.inMemory(), samples);
        SqliteTenantChanges changes = new SqliteTenantChanges(tenant.data());
        changes.watch(tenant.scope(), Samples.NOW, Instant.now().plusSeconds(600));
        List<Value> ids = List.of(new Value.Text("{\"$oid\":1}"), new Value.Text(""), samples.objectId());
        ids.forEach(id -> tenant.insert(Documents.document().withId(id)));

        assertThat(changes.take(tenant.scope(), 9)).containsExactlyInAnyOrderElementsOf(ids);
    }

    /** Where there are many files of their own each call looks into others, and all have their turn. */
    @ParameterizedTest
    @EnumSource(IsolationModel.class)
    void allAreRidOfWhatHasExpired(IsolationModel model) {
        SqliteStore store = stores.inMemory();
        List<SampleTenant> tenants = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            SampleTenant tenant = new SampleTenant(store, samples, model);
            tenant.indexes().create(tenant.scope(), EXPIRING, 9);
            tenant.insert(samples.document("at", Instant.EPOCH));
            tenants.add(tenant);
        }
        tenants.get(0)
                .collections()
                .drop(
                        tenants.get(0).organization().collection(),
                        tenants.get(0).scope().incarnation());
        ExpiredDocuments expired = new ExpiredDocuments(tenants.get(1).data(), 2);

        int removed = expired.remove(Samples.NOW, 99);
        assertThat(removed).isEqualTo(model == IsolationModel.DATABASE ? 2 : 4);
        removed += expired.remove(Samples.NOW, 99);
        removed += expired.remove(Samples.NOW, 99);

        assertThat(removed).isEqualTo(4);
        Document again = samples.document("at", Instant.EPOCH);
        tenants.get(1).insert(again);
        expired.remove(Samples.NOW, 99);
        expired.remove(Samples.NOW, 99);
        expired.remove(Samples.NOW, 99);
        assertThat(tenants.get(1).documents().findById(tenants.get(1).scope(), again.id()))
                .isEmpty();
    }
}
