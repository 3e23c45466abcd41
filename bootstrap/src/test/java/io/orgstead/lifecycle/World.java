package io.orgstead.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.adapter.security.SecurityAdapters;
import io.orgstead.adapter.security.SecuritySettings;
import io.orgstead.adapter.security.TokenSecret;
import io.orgstead.application.OrganizationManagement;
import io.orgstead.application.OrganizationManagementBuilder;
import io.orgstead.application.usecase.CreateOrganization;
import io.orgstead.application.usecase.LogIn;
import io.orgstead.application.usecase.OrganizationDetails;
import io.orgstead.application.usecase.UpdateOrganization;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.IdempotencyKey;
import io.orgstead.domain.data.IdempotencyRecord;
import io.orgstead.domain.failure.AuthenticationException;
import io.orgstead.domain.failure.NotFoundException;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.PlaintextPassword;
import io.orgstead.domain.port.Admins;
import io.orgstead.domain.port.IdempotencyRecords;
import io.orgstead.domain.port.Organizations;
import io.orgstead.domain.port.TenantChanges;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.domain.port.TenantIndexes;
import io.orgstead.testkit.Samples;
import io.orgstead.testkit.SteppingClock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A store with two instances on it: one whose process may die at a port call, and one that recovers. */
final class World implements AutoCloseable {

    static final String PASSWORD = "first password";

    final PortCalls calls = new PortCalls();
    final SteppingClock clock = SteppingClock.atSampleTime();
    final StoreUnderTest store;
    final OrganizationManagement mortal;
    final OrganizationManagement survivor;
    private final SecurityAdapters security;

    World(StoreUnderTest store) {
        this.store = store;
        this.security = security(clock);
        this.mortal = builder()
                .organizations(calls.around(Organizations.class, store.organizations()))
                .admins(calls.around(Admins.class, store.admins()))
                .tenantCollections(calls.around(TenantCollections.class, store.tenantCollections()))
                .organizationData(
                        calls.around(TenantDocuments.class, store.tenantDocuments()),
                        calls.around(TenantIndexes.class, store.tenantIndexes()),
                        calls.around(IdempotencyRecords.class, store.idempotencyRecords()))
                .tenantChanges(calls.around(TenantChanges.class, store.tenantChanges()))
                .build();
        this.survivor = builder()
                .organizations(store.organizations())
                .admins(store.admins())
                .tenantCollections(store.tenantCollections())
                .organizationData(store.tenantDocuments(), store.tenantIndexes(), store.idempotencyRecords())
                .tenantChanges(store.tenantChanges())
                .build();
    }

    static SecurityAdapters security(InstantSource clock) {
        return SecurityAdapters.create(
                SecuritySettings.defaults(TokenSecret.ofText("a secret for tests, long enough for HS256")), clock);
    }

    private OrganizationManagementBuilder builder() {
        return OrganizationManagement.builder()
                .passwordHasher(new QuickPasswordHasher())
                .tokenService(security.tokenService())
                .idSource(security.idSource())
                .clock(clock);
    }

    /** What another instance does once it may presume the first one dead. */
    void recover() {
        outliveLeases();
        survivor.recoverInterrupted().recoverExpired();
    }

    void outliveLeases() {
        clock.advance(Duration.ofMinutes(15));
    }

    static CreateOrganization.Command organization(String name, String email) {
        return new CreateOrganization.Command(
                OrganizationName.parse(name), EmailAddress.parse(email), PlaintextPassword.choose(PASSWORD));
    }

    OrganizationDetails create(String name, String email) {
        return survivor.createOrganization().create(organization(name, email));
    }

    Principal principal(String email) {
        LogIn.Result login = logIn(email, PASSWORD);
        return survivor.authorizeRequest().authorize(login.token().reveal());
    }

    LogIn.Result logIn(String email, String password) {
        return survivor.logIn()
                .logIn(new LogIn.Command(EmailAddress.parse(email), PlaintextPassword.attempt(password)));
    }

    static UpdateOrganization.Command renaming(String name) {
        return new UpdateOrganization.Command(
                Optional.empty(), Optional.of(OrganizationName.parse(name)), Optional.empty(), Optional.empty());
    }

    static UpdateOrganization.Command changing(String name, String email, String password) {
        return new UpdateOrganization.Command(
                Optional.empty(),
                Optional.of(OrganizationName.parse(name)),
                Optional.of(EmailAddress.parse(email)),
                Optional.of(PlaintextPassword.choose(password)));
    }

    boolean exists(String name) {
        try {
            survivor.findOrganization().find(OrganizationName.parse(name));
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    boolean admits(String email, String password) {
        try {
            logIn(email, password);
            return true;
        } catch (AuthenticationException e) {
            return false;
        }
    }

    /** Keeps a record of a request of the organization. */
    OrganizationDetails rememberRequest(OrganizationDetails organization) {
        store.idempotencyRecords().enter(request(organization), clock.instant());
        return organization;
    }

    /** Whether there is still a record of it. */
    boolean remembersRequest(OrganizationDetails organization) {
        boolean remembered = store.idempotencyRecords()
                .enter(request(organization), clock.instant())
                .isPresent();
        if (!remembered) {
            store.idempotencyRecords().removeAll(organization.id());
        }
        return remembered;
    }

    private IdempotencyRecord request(OrganizationDetails organization) {
        return new IdempotencyRecord(
                organization.id(),
                new IdempotencyKey("key"),
                "fingerprint",
                List.of(),
                true,
                Samples.NOW,
                Samples.NOW.plus(Duration.ofDays(1)));
    }

    /** The name and the address can be had: they are used for an organization, which is deleted again. */
    void assertFree(String name, String email) {
        create(name, email);
        assertThat(store.countDocuments(OrganizationName.parse(name).collectionName()))
                .as("a new organization finds no old data")
                .isEqualTo(1);
        survivor.deleteOrganization().delete(principal(email), Optional.empty());
    }

    @Override
    public void close() {
        security.close();
    }
}
