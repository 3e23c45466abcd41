package io.orgstead.application.model;

import io.orgstead.application.OrganizationManagement;
import io.orgstead.application.usecase.CreateOrganization;
import io.orgstead.application.usecase.UpdateOrganization;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.PlaintextPassword;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One operation of an instance.
 *
 * @param text says which
 * @param run carries it out
 * @param meaning what it does where nothing else happens: empty where it is refused. An operation without meaning changes
 *     nothing that anybody sees
 */
record Action(
        String text, Consumer<OrganizationManagement> run, Optional<Function<Tenants, Optional<Tenants>>> meaning) {

    static final String PASSWORD = "first password";
    static final String OTHER_PASSWORD = "second password";

    private static Action of(
            String text, Consumer<OrganizationManagement> run, Function<Tenants, Optional<Tenants>> meaning) {
        return new Action(text, run, Optional.of(meaning));
    }

    static Action create(String name, String email) {
        CreateOrganization.Command command = new CreateOrganization.Command(
                OrganizationName.parse(name), EmailAddress.parse(email), PlaintextPassword.choose(PASSWORD));
        return of(
                "create " + name + " for " + email,
                core -> core.createOrganization().create(command),
                before -> before.plus(new Tenants.Tenant(Tenants.Tenant.FRESH, name, email, PASSWORD)));
    }

    static Action rename(Principal admin, String name) {
        return update(admin, Optional.of(name), Optional.empty(), Optional.empty());
    }

    static Action move(Principal admin, String email) {
        return update(admin, Optional.empty(), Optional.of(email), Optional.empty());
    }

    static Action changeAll(Principal admin, String name, String email) {
        return update(admin, Optional.of(name), Optional.of(email), Optional.of(OTHER_PASSWORD));
    }

    private static Action update(
            Principal admin, Optional<String> name, Optional<String> email, Optional<String> password) {
        UpdateOrganization.Command command = new UpdateOrganization.Command(
                Optional.empty(),
                name.map(OrganizationName::parse),
                email.map(EmailAddress::parse),
                password.map(PlaintextPassword::choose));
        String origin = admin.organizationName().value();
        return of(
                "update " + origin + name.map(n -> " to " + n).orElse("")
                        + email.map(e -> " for " + e).orElse(""),
                core -> core.updateOrganization().update(admin, command),
                before -> before.of(origin)
                        .map(old -> new Tenants.Tenant(
                                origin,
                                name.orElse(old.name()),
                                email.orElse(old.email()),
                                password.orElse(old.password())))
                        .flatMap(before::changed));
    }

    static Action delete(Principal admin) {
        return of(
                "delete " + admin.organizationName().value(),
                core -> core.deleteOrganization().delete(admin, Optional.empty()),
                before -> before.minus(admin.organizationName().value()));
    }

    static Action recover() {
        return new Action("recover", core -> core.recoverInterrupted().recoverExpired(), Optional.empty());
    }

    @Override
    public String toString() {
        return text;
    }
}
