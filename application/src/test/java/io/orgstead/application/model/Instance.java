package io.orgstead.application.model;

import io.orgstead.application.OrganizationManagement;
import io.orgstead.domain.access.AccessToken;
import io.orgstead.domain.access.TokenClaims;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.port.Admins;
import io.orgstead.domain.port.Organizations;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.domain.port.TokenService;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One process of the service, which carries out one operation after the other.
 *
 * @param number tells its identifiers from those of others
 */
record Instance(int number, List<Action> actions) {

    /** Its core, fresh from the start, on these ports. */
    OrganizationManagement core(
            Organizations organizations, Admins admins, TenantCollections collections, InstantSource clock) {
        AtomicInteger made = new AtomicInteger();
        return OrganizationManagement.builder()
                .organizations(organizations)
                .admins(admins)
                .tenantCollections(collections)
                .passwordHasher(new PlainPasswords())
                .tokenService(new NoTokens())
                .idSource(() -> String.format("%022x%02x", number, made.incrementAndGet()))
                .clock(clock)
                .build();
    }

    OrganizationManagement core(ModelStore store) {
        return core(store.organizations(), store.admins(), store.tenantCollections(), store);
    }

    /** Nobody logs in here. */
    private static final class NoTokens implements TokenService {

        @Override
        public AccessToken issue(Admin admin, Organization organization) {
            throw new UnsupportedOperationException();
        }

        @Override
        public TokenClaims verify(String token) {
            throw new UnsupportedOperationException();
        }
    }
}
