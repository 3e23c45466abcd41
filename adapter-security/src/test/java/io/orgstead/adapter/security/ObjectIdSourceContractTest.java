package io.orgstead.adapter.security;

import io.orgstead.domain.port.IdSource;
import io.orgstead.testkit.SteppingClock;
import io.orgstead.testkit.contract.IdSourceContract;

class ObjectIdSourceContractTest extends IdSourceContract {

    @Override
    protected IdSource idSource() {
        return new ObjectIdSource(SteppingClock.atSampleTime());
    }
}
