package io.orgstead.adapter.security;

import io.orgstead.domain.port.PasswordHasher;
import io.orgstead.testkit.Race;
import io.orgstead.testkit.contract.PasswordHasherContract;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;

@Tag("thorough")
class BcryptPasswordHasherContractTest extends PasswordHasherContract {

    private static final TokenSecret SECRET = TokenSecret.of(new byte[32]);

    private final List<SecurityAdapters> opened = new ArrayList<>();

    @Override
    protected PasswordHasher passwordHasher() {
        return open(SecuritySettings.defaults(SECRET).withBcryptCost(10).withHashing(2, Race.RUNNERS));
    }

    @Override
    protected PasswordHasher costlierPasswordHasher() {
        return open(SecuritySettings.defaults(SECRET).withBcryptCost(11));
    }

    @Override
    protected PasswordHasher overloadedPasswordHasher() {
        return open(SecuritySettings.defaults(SECRET).withBcryptCost(10).withHashing(1, 1));
    }

    @AfterEach
    void close() {
        opened.forEach(SecurityAdapters::close);
    }

    private PasswordHasher open(SecuritySettings settings) {
        SecurityAdapters adapters = SecurityAdapters.create(settings, InstantSource.system());
        opened.add(adapters);
        return adapters.passwordHasher();
    }
}
