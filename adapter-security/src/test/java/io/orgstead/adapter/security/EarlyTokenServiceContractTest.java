package io.orgstead.adapter.security;

import io.orgstead.domain.port.TokenService;
import io.orgstead.testkit.SteppingClock;
import io.orgstead.testkit.contract.TokenServiceContract;
import java.time.Duration;

class EarlyTokenServiceContractTest extends TokenServiceContract {

    private static final SecuritySettings SETTINGS =
            SecuritySettings.defaults(TokenSecret.ofText("an-orgstead-test-secret-of-32-bytes-and-more"));
    private static final SecuritySettings OTHER_KEY =
            SecuritySettings.defaults(TokenSecret.ofText("an-orgstead-test-secret-of-32-bytes-and-none"));

    @Override
    protected TokenService tokenService(SteppingClock clock, Duration lifetime) {
        return early(SETTINGS.withTokenLifetime(lifetime), clock);
    }

    @Override
    protected TokenService tokenServiceOfAnotherKey(SteppingClock clock, Duration lifetime) {
        return early(OTHER_KEY.withTokenLifetime(lifetime), clock);
    }

    @Override
    protected TokenService tokenServiceOfAnotherIssuer(SteppingClock clock, Duration lifetime) {
        return early(SETTINGS.withIssuer("elsewhere").withTokenLifetime(lifetime), clock);
    }

    private static TokenService early(SecuritySettings settings, SteppingClock clock) {
        return new EarlyTokenService(() -> new JwtTokenService(settings, clock));
    }
}
