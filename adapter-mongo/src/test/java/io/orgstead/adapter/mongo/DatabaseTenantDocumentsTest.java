package io.orgstead.adapter.mongo;

import io.orgstead.domain.organization.IsolationModel;
import org.junit.jupiter.api.Tag;

@Tag(RealMongoFilter.TAG)
class DatabaseTenantDocumentsTest extends MongoTenantDocumentsTest {

    @Override
    protected IsolationModel model() {
        return IsolationModel.DATABASE;
    }

    /** What is asked is what a collection of its own is asked. */
    @Override
    protected int oneQuestionIn() {
        return 20;
    }
}
