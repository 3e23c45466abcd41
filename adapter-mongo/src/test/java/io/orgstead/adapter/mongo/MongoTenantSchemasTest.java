package io.orgstead.adapter.mongo;

import io.orgstead.domain.port.TenantSchemas;
import io.orgstead.testkit.contract.TenantSchemasContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoTenantSchemasTest extends TenantSchemasContract {

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @Override
    protected TenantSchemas tenantSchemas() {
        return fresh.connect().tenantSchemas();
    }
}
