package io.orgstead.adapter.sqlite;

import io.orgstead.domain.port.TenantSchemas;
import io.orgstead.testkit.contract.TenantSchemasContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteTenantSchemasTest extends TenantSchemasContract {

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    @Override
    protected TenantSchemas tenantSchemas() {
        return new SqliteTenantSchemas(stores.inMemory().tenants());
    }
}
