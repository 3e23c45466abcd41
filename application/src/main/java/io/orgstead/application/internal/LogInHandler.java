package io.orgstead.application.internal;

import io.orgstead.application.usecase.LogIn;
import io.orgstead.domain.access.LoginAttempt;
import io.orgstead.domain.failure.AuthenticationException;
import io.orgstead.domain.failure.OverloadedException;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.failure.TooManyAttemptsException;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.PasswordHash;
import io.orgstead.domain.organization.PlaintextPassword;
import java.util.Optional;

/**
 * Verifies a password, a decoy's where there is no admin, so that time does not tell which email addresses exist. Whoever
 * failed too often is refused before anything is looked up or hashed.
 */
final class LogInHandler implements LogIn {

    private final Ports ports;

    LogInHandler(Ports ports) {
        this.ports = ports;
    }

    @Override
    public Result logIn(Command command) {
        LoginAttempt attempt = new LoginAttempt(command.email(), command.client());
        ports.throttle().tryBegin(attempt).ifPresent(wait -> {
            throw new TooManyAttemptsException(wait);
        });
        try {
            Result result = verified(command);
            ports.throttle().succeeded(attempt);
            return result;
        } catch (AuthenticationException failed) {
            throw failed;
        } catch (RuntimeException undecided) {
            ports.throttle().withdrawn(attempt);
            throw undecided;
        }
    }

    private Result verified(Command command) {
        Optional<Admin> found = ports.admins().findByEmail(command.email());
        PasswordHash hash =
                found.map(Admin::password).orElseGet(() -> ports.hasher().decoy());
        boolean matches = ports.hasher().verify(command.password(), hash);
        Admin admin = found.filter(a -> matches).orElseThrow(AuthenticationException::credentialsRejected);
        Organization organization = ports.organizations()
                .findByAdmin(admin.id())
                .filter(o -> o.status().isVisible())
                .orElseThrow(AuthenticationException::credentialsRejected);
        renewIfOutdated(admin, command.password());
        return new Result(
                ports.tokens().issue(admin, organization),
                admin.id(),
                organization.id(),
                organization.name(),
                admin.email());
    }

    /** A login does not fail because the hash could not be renewed; the next one tries again. */
    private void renewIfOutdated(Admin admin, PlaintextPassword password) {
        if (!ports.hasher().isOutdated(admin.password())) {
            return;
        }
        try {
            PasswordHash renewed = ports.hasher().hash(password);
            ports.admins().rehash(admin.id(), admin.password(), renewed);
        } catch (OverloadedException | StoreUnavailableException e) {
            // Nothing is lost: the old hash still verifies.
        }
    }
}
