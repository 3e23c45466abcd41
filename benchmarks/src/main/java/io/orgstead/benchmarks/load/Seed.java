package io.orgstead.benchmarks.load;

import io.orgstead.adapter.security.SecurityAdapters;
import io.orgstead.adapter.security.SecuritySettings;
import io.orgstead.adapter.security.TokenSecret;
import io.orgstead.application.OrganizationManagementBuilder;
import io.orgstead.application.usecase.CreateOrganization;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.PasswordHash;
import io.orgstead.domain.organization.PlaintextPassword;
import io.orgstead.domain.port.PasswordHasher;
import java.time.InstantSource;
import java.util.UUID;

/** Organizations made by the core, without a hash for each: all have one password, which is hashed once. */
final class Seed implements AutoCloseable {

    /** Every admin's. */
    static final String PASSWORD = "correct horse";

    private final SecurityAdapters security;
    private final PasswordHasher hasher;

    Seed() {
        TokenSecret secret = TokenSecret.ofText(UUID.randomUUID() + "-" + UUID.randomUUID());
        security = SecurityAdapters.create(SecuritySettings.defaults(secret), InstantSource.system());
        hasher = new OneHash(security.passwordHasher().hash(PlaintextPassword.choose(PASSWORD)));
    }

    /** The name of an organization by its number. */
    static String name(int number) {
        return "load " + number;
    }

    /** The address of its admin. */
    static String email(int number) {
        return "admin" + number + "@example.com";
    }

    /** Makes the organizations from number 0 on. */
    void plant(OrganizationManagementBuilder core, IsolationModel model, int count) {
        CreateOrganization create = core.isolation(model)
                .passwordHasher(hasher)
                .tokenService(security.tokenService())
                .idSource(security.idSource())
                .clock(InstantSource.system())
                .build()
                .createOrganization();
        for (int number = 0; number < count; number++) {
            create.create(new CreateOrganization.Command(
                    OrganizationName.parse(name(number)),
                    EmailAddress.parse(email(number)),
                    PlaintextPassword.choose(PASSWORD)));
        }
    }

    @Override
    public void close() {
        security.close();
    }

    private record OneHash(PasswordHash hash) implements PasswordHasher {

        @Override
        public PasswordHash hash(PlaintextPassword password) {
            return hash;
        }

        @Override
        public boolean verify(PlaintextPassword attempt, PasswordHash stored) {
            throw new UnsupportedOperationException("nobody logs in while organizations are made");
        }

        @Override
        public PasswordHash decoy() {
            return hash;
        }

        @Override
        public boolean isOutdated(PasswordHash stored) {
            return false;
        }
    }
}
