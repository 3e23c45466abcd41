package io.orgstead.application;

import io.orgstead.adapter.security.SecurityAdapters;
import io.orgstead.adapter.security.SecuritySettings;
import io.orgstead.adapter.security.TokenSecret;
import io.orgstead.adapter.sqlite.SqliteAdapters;
import io.orgstead.application.usecase.CreateOrganization;
import io.orgstead.application.usecase.LogIn;
import io.orgstead.application.usecase.OrganizationDetails;
import io.orgstead.application.usecase.UpdateOrganization;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.PlaintextPassword;
import io.orgstead.domain.port.PasswordHasher;
import io.orgstead.testkit.SteppingClock;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The core on the embedded store in memory, with a clock that stands still. */
final class Core implements AutoCloseable {

    static final String PASSWORD = "correct horse";

    final SteppingClock clock = SteppingClock.atSampleTime();
    final SqliteAdapters store = SqliteAdapters.inMemory();
    final SecurityAdapters security = SecurityAdapters.create(
            SecuritySettings.defaults(TokenSecret.ofText("a secret for tests, long enough for HS256"))
                    .withBcryptCost(SecuritySettings.MIN_BCRYPT_COST),
            clock);
    final OrganizationManagement management = withHasher(hasher -> hasher);

    OrganizationManagement withHasher(UnaryOperator<PasswordHasher> decorator) {
        return builder()
                .passwordHasher(decorator.apply(security.passwordHasher()))
                .build();
    }

    OrganizationManagementBuilder builder() {
        return OrganizationManagement.builder()
                .organizations(store.organizations())
                .admins(store.admins())
                .tenantCollections(store.tenantCollections())
                .healthProbe(store.healthProbe())
                .passwordHasher(security.passwordHasher())
                .tokenService(security.tokenService())
                .idSource(security.idSource())
                .clock(clock);
    }

    static CreateOrganization.Command organization(String name, String email) {
        return new CreateOrganization.Command(name(name), email(email), PlaintextPassword.choose(PASSWORD));
    }

    static OrganizationName name(String name) {
        return OrganizationName.parse(name);
    }

    static EmailAddress email(String email) {
        return EmailAddress.parse(email);
    }

    OrganizationDetails create(String name, String email) {
        return management.createOrganization().create(organization(name, email));
    }

    LogIn.Result logIn(String email, String password) {
        return management.logIn().logIn(new LogIn.Command(email(email), PlaintextPassword.attempt(password)));
    }

    Principal principal(String email) {
        return authorize(logIn(email, PASSWORD));
    }

    Principal authorize(LogIn.Result login) {
        return management.authorizeRequest().authorize(login.token().reveal());
    }

    OrganizationDetails update(Principal caller, Change change) {
        return management.updateOrganization().update(caller, change.command());
    }

    /** A readable way to say what an update changes. */
    record Change(Optional<String> current, Optional<String> name, Optional<String> email, Optional<String> password) {

        static Change none() {
            return new Change(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        Change of(String currentName) {
            return new Change(Optional.of(currentName), name, email, password);
        }

        Change name(String newName) {
            return new Change(current, Optional.of(newName), email, password);
        }

        Change email(String newEmail) {
            return new Change(current, name, Optional.of(newEmail), password);
        }

        Change password(String newPassword) {
            return new Change(current, name, email, Optional.of(newPassword));
        }

        UpdateOrganization.Command command() {
            return new UpdateOrganization.Command(
                    current.map(Core::name),
                    name.map(Core::name),
                    email.map(Core::email),
                    password.map(PlaintextPassword::choose));
        }
    }

    @Override
    public void close() {
        security.close();
        store.close();
    }
}
