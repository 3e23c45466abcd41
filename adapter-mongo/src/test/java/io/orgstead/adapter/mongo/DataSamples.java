package io.orgstead.adapter.mongo;

import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.testkit.Documents;
import java.time.Duration;
import java.util.Optional;

/** Indexes for tests. */
final class DataSamples {

    private DataSamples() {}

    static IndexDefinition plain(String name, String... fields) {
        return new IndexDefinition(name, Documents.keys(fields), false, Optional.empty());
    }

    static IndexDefinition unique(String name, String... fields) {
        return new IndexDefinition(name, Documents.keys(fields), true, Optional.empty());
    }

    static IndexDefinition expiring(String name, String field) {
        return new IndexDefinition(name, Documents.keys(field), false, Optional.of(Duration.ofHours(1)));
    }
}
