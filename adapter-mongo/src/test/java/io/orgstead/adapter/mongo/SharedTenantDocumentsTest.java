package io.orgstead.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.organization.IsolationModel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

@Tag(RealMongoFilter.TAG)
class SharedTenantDocumentsTest extends MongoTenantDocumentsTest {

    @AfterAll
    static void commandsWereLookedAt() {
        assertThat(FreshDatabase.guardedCommands()).isPositive();
    }

    @Override
    protected IsolationModel model() {
        return IsolationModel.SHARED;
    }
}
