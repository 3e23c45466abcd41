package io.orgstead.adapter.mongo;

import io.orgstead.domain.port.HealthProbe;
import io.orgstead.testkit.contract.HealthProbeContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoHealthProbeTest extends HealthProbeContract {

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    @Override
    protected HealthProbe healthyProbe() {
        return fresh.connect().healthProbe();
    }

    @Override
    protected HealthProbe unhealthyProbe() {
        MongoAdapters closed = fresh.connect();
        closed.close();
        return closed.healthProbe();
    }
}
