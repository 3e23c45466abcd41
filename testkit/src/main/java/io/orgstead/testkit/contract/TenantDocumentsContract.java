package io.orgstead.testkit.contract;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What every {@link io.orgstead.domain.port.TenantDocuments} must do. An implementation's test extends this class and says how
 * to make the port, and the {@link io.orgstead.domain.port.TenantCollections} of the same store.
 */
public abstract class TenantDocumentsContract extends TenantDocumentsIsolation {

    @TestFactory
    Stream<DynamicTest> filterMeansWhatMongoDbMeans() {
        return filters((tenant, kept) -> {});
    }

    @TestFactory
    Stream<DynamicTest> orderIsMongoDbs() {
        return orders((tenant, kept) -> {});
    }
}
