package io.orgstead.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.testkit.Samples;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers that know no UUID in commands have collections with names only. */
class PlacedByNameTest {

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @ParameterizedTest
    @EnumSource(value = IsolationModel.class, mode = EnumSource.Mode.EXCLUDE, names = "COLLECTION")
    void collectionWithoutNameIsRefused(IsolationModel model) {
        MasterDatabase master = new MasterDatabase(MongoTarget.client(), fresh.name(), MongoSettings.DEFAULT_TIMEOUT);
        CollectionCommands commands = new NameCollectionCommands(
                master, new CollectionStatements(master), new CollectionCatalog(master.database()));
        MongoTenantCollections collections =
                new MongoTenantCollections(master, TenantParts.on(master, commands), commands);

        assertThatThrownBy(() -> collections.stage(new Samples().marker(), model))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("MongoDB 6.0");
        assertThat(collections.findStaged(10)).isEmpty();
    }
}
