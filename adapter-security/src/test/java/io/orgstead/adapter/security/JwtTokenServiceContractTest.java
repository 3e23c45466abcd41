package io.orgstead.adapter.security;

import io.orgstead.domain.port.TokenService;
import io.orgstead.testkit.SteppingClock;
import io.orgstead.testkit.contract.TokenServiceContract;
import java.time.Duration;

class JwtTokenServiceContractTest extends TokenServiceContract {

    private static final SecuritySettings SETTINGS =
            SecuritySettings.defaults(TokenSecret.ofText("an-orgstead-test-secret-of-32-bytes-and-more"));
    private static final SecuritySettings OTHER_KEY =
            SecuritySettings.defaults(TokenSecret.ofText("an-orgstead-test-secret-of-32-bytes-and-none"));

    @Override
    protected TokenService tokenService(SteppingClock clock, Duration lifetime) {
        return new JwtTokenService(SETTINGS.withTokenLifetime(lifetime), clock);
    }

    @Override
    protected TokenService tokenServiceOfAnotherKey(SteppingClock clock, Duration lifetime) {
        return new JwtTokenService(OTHER_KEY.withTokenLifetime(lifetime), clock);
    }

    @Override
    protected TokenService tokenServiceOfAnotherIssuer(SteppingClock clock, Duration lifetime) {
        return new JwtTokenService(SETTINGS.withIssuer("elsewhere").withTokenLifetime(lifetime), clock);
    }
}
