package io.orgstead.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.ReplaceOutcome;
import io.orgstead.domain.data.TenantMovedException;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.testkit.Samples;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Documents by the commands for servers that know no UUID in them: what such a server would be sent. */
@Tag(RealMongoFilter.TAG)
class DocumentsByNameTest {

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private final Samples samples = new Samples();
    private Tenant tenant;
    private TenantDocuments byName;

    @BeforeEach
    void open() {
        tenant = Tenant.in(fresh.connect(), samples);
        MasterDatabase master = new MasterDatabase(MongoTarget.client(), fresh.name(), MongoSettings.DEFAULT_TIMEOUT);
        CollectionCommands commands = new NameCollectionCommands(
                master, new CollectionStatements(master), new CollectionCatalog(master.database()));
        byName = new MongoTenantDocuments(new TenantCalls(master.database()), TenantParts.on(master, commands));
    }

    private InsertOutcome insert(Document... documents) {
        return byName.insert(tenant.scope(), List.of(documents), Quota.UNLIMITED);
    }

    @Test
    void documentsComeAndGo() {
        Document one = samples.document("n", 1);
        Document two = samples.document("n", 2);
        Document next = samples.document("n", 3).withId(two.id());

        assertThat(insert(one, two)).isEqualTo(new InsertOutcome.Inserted());
        assertThat(insert(samples.document(), one)).isEqualTo(new InsertOutcome.IdTaken(1));
        assertThat(byName.replace(tenant.scope(), two, next, Quota.UNLIMITED)).isEqualTo(new ReplaceOutcome.Replaced());
        assertThat(byName.delete(tenant.scope(), one)).isTrue();

        assertThat(tenant.all()).containsExactly(next);
        assertThat(byName.usage(tenant.scope())).isEqualTo(Tenant.usageOf(List.of(next)));
        assertThat(byName.deleteAll(tenant.scope(), Filter.all())).isEqualTo(1);
    }

    @Test
    void successorUnderTheNameIsLeftAlone() {
        insert(samples.document("n", 1));
        var renamed = Samples.renamed(tenant.organization(), samples.name());
        tenant.adapters()
                .tenantCollections()
                .rename(tenant.organization().collection(), tenant.scope().incarnation(), renamed.collection());

        assertThatThrownBy(() -> insert(samples.document())).isInstanceOf(TenantMovedException.class);
        fresh.database().createCollection(tenant.organization().collection().value());
        assertThatThrownBy(() -> insert(samples.document(), samples.document()))
                .isInstanceOf(TenantMovedException.class);
        assertThatThrownBy(() -> byName.deleteAll(tenant.scope(), Filter.all()))
                .isInstanceOf(TenantMovedException.class);

        assertThat(fresh.database()
                        .getCollection(tenant.organization().collection().value())
                        .countDocuments())
                .isZero();
        assertThat(byName.usage(Samples.scope(renamed, tenant.scope().incarnation()))
                        .documents())
                .isEqualTo(1);
    }
}
