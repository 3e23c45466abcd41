package io.orgstead.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.application.Core.Change;
import io.orgstead.application.usecase.LogIn;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.organization.PasswordHash;
import io.orgstead.domain.organization.PlaintextPassword;
import io.orgstead.domain.port.PasswordHasher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logging in, and what tokens are good for. */
class AccessTest {

    private final Core core = new Core();

    @BeforeEach
    void createAcme() {
        core.create("acme", "a@acme.com");
    }

    @AfterEach
    void close() {
        core.close();
    }

    @Test
    void aTokenTellsWhoCalls() {
        LogIn.Result login = core.logIn("A@acme.com", Core.PASSWORD);
        Principal principal = core.authorize(login);
        assertThat(principal.organizationId()).isEqualTo(login.organizationId());
        assertThat(principal.email()).isEqualTo(login.adminEmail());
        assertThat(login.token().lifetime()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownAddressAlike() {
        Refused.with(FailureCode.CREDENTIALS_REJECTED, () -> core.logIn("a@acme.com", "wrong horse"));
        Refused.with(FailureCode.CREDENTIALS_REJECTED, () -> core.logIn("nobody@acme.com", Core.PASSWORD));
        Refused.with(FailureCode.CREDENTIALS_REJECTED, () -> core.logIn("a@acme.com", ""));
    }

    @Test
    void verifiesAsMuchForAnUnknownAddress() {
        List<PasswordHash> verified = new ArrayList<>();
        OrganizationManagement watched = core.withHasher(hasher -> new ForwardingHasher(hasher) {
            @Override
            public boolean verify(PlaintextPassword attempt, PasswordHash hash) {
                verified.add(hash);
                return super.verify(attempt, hash);
            }
        });
        Refused.with(
                FailureCode.CREDENTIALS_REJECTED,
                () -> watched.logIn().logIn(new LogIn.Command(Core.email("no@acme.com"), attempt("x"))));
        assertThat(verified).containsExactly(core.security.passwordHasher().decoy());
    }

    @Test
    void anUnknownAddressIsRefusedEvenIfTheDecoyMatched() {
        OrganizationManagement gullible = core.withHasher(hasher -> new ForwardingHasher(hasher) {
            @Override
            public boolean verify(PlaintextPassword attempt, PasswordHash hash) {
                return true;
            }
        });
        Refused.with(
                FailureCode.CREDENTIALS_REJECTED,
                () -> gullible.logIn().logIn(new LogIn.Command(Core.email("no@acme.com"), attempt("x"))));
    }

    @Test
    void renewsAnOutdatedHashAtLogin() {
        PasswordHash before = storedHash();
        OrganizationManagement stricter = core.withHasher(OutdatedHasher::new);
        LogIn.Result login =
                stricter.logIn().logIn(new LogIn.Command(Core.email("a@acme.com"), attempt(Core.PASSWORD)));
        assertThat(storedHash()).isNotEqualTo(before);
        assertThat(core.authorize(login)).isEqualTo(core.principal("a@acme.com"));
    }

    @Test
    void doesNotRenewForAWrongPassword() {
        PasswordHash before = storedHash();
        OrganizationManagement stricter = core.withHasher(OutdatedHasher::new);
        Refused.with(
                FailureCode.CREDENTIALS_REJECTED,
                () -> stricter.logIn().logIn(new LogIn.Command(Core.email("a@acme.com"), attempt("wrong horse"))));
        assertThat(storedHash()).isEqualTo(before);
    }

    @Test
    void letsAnAdminInThoughTooBusyToRenew() {
        PasswordHash before = storedHash();
        OrganizationManagement busy = core.withHasher(hasher -> new OutdatedHasher(hasher) {
            @Override
            public PasswordHash hash(PlaintextPassword password) {
                throw new io.orgstead.domain.failure.OverloadedException();
            }
        });
        busy.logIn().logIn(new LogIn.Command(Core.email("a@acme.com"), attempt(Core.PASSWORD)));
        assertThat(storedHash()).isEqualTo(before);
    }

    @Test
    void tokensExpire() {
        LogIn.Result login = core.logIn("a@acme.com", Core.PASSWORD);
        core.clock.advance(Duration.ofMinutes(30));
        Refused.with(FailureCode.TOKEN_INVALID, () -> core.authorize(login));
    }

    @Test
    void tokensDieWithTheirOrganizationAndNeverWorkOnItsNamesake() {
        LogIn.Result login = core.logIn("a@acme.com", Core.PASSWORD);
        core.management.deleteOrganization().delete(core.authorize(login), Optional.empty());
        Refused.with(FailureCode.TOKEN_INVALID, () -> core.authorize(login));
        Refused.with(FailureCode.CREDENTIALS_REJECTED, () -> core.logIn("a@acme.com", Core.PASSWORD));
        core.create("acme", "a@acme.com");
        Refused.with(FailureCode.TOKEN_INVALID, () -> core.authorize(login));
    }

    @Test
    void tokensOfARenamedOrganizationDoNotOpenTheNextOneOfTheName() {
        LogIn.Result login = core.logIn("a@acme.com", Core.PASSWORD);
        core.update(core.authorize(login), Change.none().name("beta"));
        core.create("acme", "new@acme.com");
        assertThat(core.authorize(login).organizationName().value()).isEqualTo("beta");
        Refused.with(
                FailureCode.ACCESS_DENIED,
                () -> core.management
                        .deleteOrganization()
                        .delete(core.authorize(login), Optional.of(Core.name("acme"))));
    }

    @Test
    void tokensNeedTheirAdmin() {
        LogIn.Result login = core.logIn("a@acme.com", Core.PASSWORD);
        core.store.admins().remove(core.authorize(login).adminId());
        Refused.with(FailureCode.TOKEN_INVALID, () -> core.authorize(login));
    }

    private PasswordHash storedHash() {
        return core.store
                .admins()
                .findByEmail(Core.email("a@acme.com"))
                .orElseThrow()
                .password();
    }

    private static PlaintextPassword attempt(String text) {
        return PlaintextPassword.attempt(text);
    }

    /** Passes everything on. */
    private static class ForwardingHasher implements PasswordHasher {
        private final PasswordHasher delegate;

        ForwardingHasher(PasswordHasher delegate) {
            this.delegate = delegate;
        }

        @Override
        public PasswordHash hash(PlaintextPassword password) {
            return delegate.hash(password);
        }

        @Override
        public boolean verify(PlaintextPassword attempt, PasswordHash hash) {
            return delegate.verify(attempt, hash);
        }

        @Override
        public PasswordHash decoy() {
            return delegate.decoy();
        }

        @Override
        public boolean isOutdated(PasswordHash hash) {
            return delegate.isOutdated(hash);
        }
    }

    /** Finds every hash outdated. */
    private static class OutdatedHasher extends ForwardingHasher {
        OutdatedHasher(PasswordHasher delegate) {
            super(delegate);
        }

        @Override
        public boolean isOutdated(PasswordHash hash) {
            return true;
        }
    }
}
