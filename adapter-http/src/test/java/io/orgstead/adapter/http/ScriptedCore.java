package io.orgstead.adapter.http;

import io.orgstead.application.usecase.AuthorizeRequest;
import io.orgstead.application.usecase.CheckHealth;
import io.orgstead.application.usecase.CreateOrganization;
import io.orgstead.application.usecase.DeleteOrganization;
import io.orgstead.application.usecase.FindOrganization;
import io.orgstead.application.usecase.LogIn;
import io.orgstead.application.usecase.OrganizationDetails;
import io.orgstead.application.usecase.UpdateOrganization;
import io.orgstead.domain.access.AccessToken;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.failure.AccessDeniedException;
import io.orgstead.domain.failure.AuthenticationException;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.failure.NotFoundException;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A core with one organization that never changes. It notes what it was asked; every use case can be swapped. */
final class ScriptedCore {

    static final String TOKEN = "good.token";
    static final String PASSWORD = "correct horse";

    static final OrganizationDetails ACME = details("Acme Corp", "admin@acme.com");

    /** Every command and name that a use case was called with. */
    final List<Object> calls = new CopyOnWriteArrayList<>();

    volatile CreateOrganization create =
            command -> details(command.name().value(), command.email().value());
    volatile FindOrganization find = ScriptedCore::findAcme;
    volatile UpdateOrganization update = (caller, command) -> updated(command);
    volatile DeleteOrganization delete = (caller, name) -> {
        name.filter(given -> !given.collectionName().equals(ACME.collection())).ifPresent(other -> {
            throw new AccessDeniedException();
        });
        return new DeleteOrganization.Deletion(ACME, Optional.empty());
    };
    volatile LogIn logIn = ScriptedCore::logInToAcme;
    volatile AuthorizeRequest authorize = ScriptedCore::authorizeAcme;
    final ScriptedData data = new ScriptedData();
    volatile CheckHealth health = () -> new CheckHealth.Report(Map.of("store", true));

    UseCases useCases() {
        return new UseCases(
                command -> noting(command, () -> create.create(command)),
                name -> noting(name, () -> find.find(name)),
                (caller, command) -> noting(command, () -> update.update(caller, command)),
                (caller, name) -> noting(name, () -> delete.delete(caller, name)),
                command -> noting(command, () -> logIn.logIn(command)),
                token -> noting(token, () -> authorize.authorize(token)),
                () -> health.check(),
                Optional.of(data.useCases()));
    }

    static OrganizationDetails details(String name, String email) {
        OrganizationName organizationName = OrganizationName.parse(name);
        return new OrganizationDetails(
                new OrganizationId("65f0c0ffee65f0c0ffee0001"),
                organizationName,
                organizationName.collectionName(),
                new AdminId("65f0c0ffee65f0c0ffee0002"),
                EmailAddress.parse(email),
                Instant.parse("2026-11-23T07:30:00.120Z"));
    }

    private <T> T noting(Object call, Supplier<T> action) {
        calls.add(call);
        return action.get();
    }

    private static OrganizationDetails findAcme(OrganizationName name) {
        if (!name.collectionName().equals(ACME.collection())) {
            throw new NotFoundException();
        }
        return ACME;
    }

    private static OrganizationDetails updated(UpdateOrganization.Command command) {
        if (command.newName().isEmpty()
                && command.email().isEmpty()
                && command.password().isEmpty()) {
            throw InvalidValueException.nothingToChange();
        }
        return details(
                command.newName().orElse(ACME.name()).value(),
                command.email().orElse(ACME.adminEmail()).value());
    }

    private static LogIn.Result logInToAcme(LogIn.Command command) {
        if (!command.email().equals(ACME.adminEmail())
                || !command.password().reveal().equals(PASSWORD)) {
            throw AuthenticationException.credentialsRejected();
        }
        return new LogIn.Result(
                new AccessToken(TOKEN, Duration.ofMinutes(30)),
                ACME.adminId(),
                ACME.id(),
                ACME.name(),
                ACME.adminEmail());
    }

    private static Principal authorizeAcme(String token) {
        if (!token.equals(TOKEN)) {
            throw AuthenticationException.tokenInvalid(null);
        }
        return new Principal(ACME.adminId(), ACME.id(), ACME.name(), ACME.adminEmail());
    }
}
