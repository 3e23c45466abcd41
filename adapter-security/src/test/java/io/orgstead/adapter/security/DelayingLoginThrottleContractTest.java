package io.orgstead.adapter.security;

import io.orgstead.domain.access.LoginLimit;
import io.orgstead.domain.port.LoginThrottle;
import io.orgstead.testkit.SteppingClock;
import io.orgstead.testkit.contract.LoginThrottleContract;

class DelayingLoginThrottleContractTest extends LoginThrottleContract {

    @Override
    protected LoginThrottle loginThrottle(LoginLimit limit, SteppingClock clock) {
        return SecurityAdapters.loginThrottle(limit, clock::nanos);
    }
}
