package io.orgstead.adapter.mongo;

import io.orgstead.domain.organization.IsolationModel;
import org.junit.jupiter.api.Tag;

@Tag(RealMongoFilter.TAG)
class SharedDyingWriterTest extends DyingWriterTest {

    @Override
    IsolationModel model() {
        return IsolationModel.SHARED;
    }

    /** There is no marker to be looked for before it, and the counter is there already. */
    @Override
    int insertOfABatch() {
        return 4;
    }
}
