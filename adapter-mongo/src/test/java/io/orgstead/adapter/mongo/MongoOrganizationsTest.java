package io.orgstead.adapter.mongo;

import io.orgstead.domain.port.Organizations;
import io.orgstead.testkit.contract.OrganizationsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoOrganizationsTest extends OrganizationsContract {

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @Override
    protected Organizations organizations() {
        return fresh.connect().organizations();
    }
}
