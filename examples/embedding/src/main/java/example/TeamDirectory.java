package example;

import io.orgstead.adapter.security.SecurityAdapters;
import io.orgstead.adapter.security.SecuritySettings;
import io.orgstead.adapter.security.TokenSecret;
import io.orgstead.adapter.sqlite.SqliteAdapters;
import io.orgstead.application.OrganizationManagement;
import io.orgstead.application.usecase.CreateOrganization;
import io.orgstead.application.usecase.LogIn;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.PlaintextPassword;
import java.time.InstantSource;

/** What an embedding application writes: it makes the adapters it wants, builds the core on them, and closes them. */
public final class TeamDirectory implements AutoCloseable {

    private final SqliteAdapters store;
    private final SecurityAdapters security;
    private final OrganizationManagement organizations;

    /**
     * A directory in memory; {@code SqliteAdapters.open(folder)} would keep it.
     *
     * @param secret what access tokens are signed with, at least 32 bytes
     */
    public TeamDirectory(String secret) {
        InstantSource clock = InstantSource.system();
        store = SqliteAdapters.inMemory();
        security = SecurityAdapters.create(SecuritySettings.defaults(TokenSecret.ofText(secret)), clock);
        organizations = OrganizationManagement.builder()
                .organizations(store.organizations())
                .admins(store.admins())
                .tenantCollections(store.tenantCollections())
                .healthProbe(store.healthProbe())
                .passwordHasher(security.passwordHasher())
                .tokenService(security.tokenService())
                .idSource(security.idSource())
                .clock(clock)
                .build();
        organizations.recoverInterrupted().recoverAll();
    }

    /**
     * Founds a team.
     *
     * @param name the team's name
     * @param email its admin's email address
     * @param password its admin's password
     */
    public void found(String name, String email, String password) {
        organizations
                .createOrganization()
                .create(new CreateOrganization.Command(
                        OrganizationName.parse(name), EmailAddress.parse(email), PlaintextPassword.choose(password)));
    }

    /**
     * Logs a team's admin in.
     *
     * @param email the email address
     * @param password the password
     * @return who it is
     */
    public Principal enter(String email, String password) {
        LogIn.Result login = organizations
                .logIn()
                .logIn(new LogIn.Command(EmailAddress.parse(email), PlaintextPassword.attempt(password)));
        return organizations.authorizeRequest().authorize(login.token().reveal());
    }

    /**
     * The core, for everything else.
     *
     * @return the façade of all use cases
     */
    public OrganizationManagement organizations() {
        return organizations;
    }

    @Override
    public void close() {
        security.close();
        store.close();
    }
}
