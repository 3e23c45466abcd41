package io.orgstead.domain.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.access.TokenClaims;
import io.orgstead.domain.failure.InvalidValueException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminTest {

    private static final Instant NOW = Instant.parse("2026-11-23T07:30:00.123Z");
    private static final Operation OPERATION =
            Operation.begin(new OperationId("00000000000000000000000a"), NOW.plusSeconds(15));

    private final Admin admin = Admin.provision(
                    new AdminId("000000000000000000000001"),
                    new OrganizationId("000000000000000000000002"),
                    OrganizationName.parse("acme"),
                    EmailAddress.parse("admin@acme.com"),
                    new PasswordHash("h1"),
                    NOW,
                    NOW.plusSeconds(15))
            .settled();
    private final Organization updating = new Organization(
                    new OrganizationId("000000000000000000000002"),
                    OrganizationName.parse("acme"),
                    new CollectionName("org_acme"),
                    admin.id(),
                    admin.email(),
                    NOW,
                    OrganizationStatus.ACTIVE,
                    Optional.empty(),
                    Optional.empty(),
                    3)
            .updating(OPERATION.renamingTo(OrganizationName.parse("beta")));

    @Test
    void takesAnUpdateInOneStep() {
        Admin updated = admin.updated(
                updating, Optional.of(EmailAddress.parse("b@beta.com")), Optional.of(new PasswordHash("h2")), NOW);
        assertThat(updated.email().value()).isEqualTo("b@beta.com");
        assertThat(updated.password()).isEqualTo(new PasswordHash("h2"));
        assertThat(updated.organizationName().value()).isEqualTo("beta");
        assertThat(updated.credentials()).isEqualTo(new CredentialsState(1, Optional.of(NOW)));
        assertThat(updated.version()).isEqualTo(admin.version() + 1);
        assertThat(updated.hasApplied(OPERATION)).isTrue();
        assertThat(admin.hasApplied(OPERATION)).isFalse();
    }

    @Test
    void keepsWhatAnUpdateDoesNotName() {
        Admin updated = admin.updated(updating, Optional.empty(), Optional.empty(), NOW);
        assertThat(updated.email()).isEqualTo(admin.email());
        assertThat(updated.password()).isEqualTo(admin.password());
        assertThat(updated.credentials()).isEqualTo(CredentialsState.INITIAL);
    }

    @Test
    void aFenceChangesNothingButTheVersion() {
        Admin fenced = admin.fenced();
        assertThat(fenced.version()).isEqualTo(admin.version() + 1);
        assertThat(fenced).usingRecursiveComparison().ignoringFields("version").isEqualTo(admin);
    }

    @Test
    void tokensEndWithAChangeOfThePassword() {
        Admin changed = changedAt(NOW);
        assertThat(claims(Optional.of(admin.credentials()), NOW).holdsFor(admin))
                .isTrue();
        assertThat(claims(Optional.of(admin.credentials()), NOW.plusSeconds(5)).holdsFor(changed))
                .isFalse();
        assertThat(claims(Optional.of(changed.credentials()), NOW).holdsFor(changed))
                .isTrue();
    }

    /** A backup takes the count back: the next change has a count that tokens already had. */
    @Test
    void tokensEndWithAChangeThatHasTheirCountAgain() {
        Admin changedAfterARestore = changedAt(NOW.plusSeconds(5));
        assertThat(claims(Optional.of(changedAt(NOW).credentials()), NOW.plusSeconds(6))
                        .holdsFor(changedAfterARestore))
                .isFalse();
    }

    @Test
    void tokensHoldThoughTheClockWasSetBackSinceTheChange() {
        Admin changed = changedAt(NOW);
        assertThat(claims(Optional.of(changed.credentials()), NOW.minusSeconds(7_200))
                        .holdsFor(changed))
                .isTrue();
    }

    @Test
    void tokensThatDoNotSayEndWithTheTimeOfTheChange() {
        Admin changed = changedAt(NOW);
        assertThat(claims(Optional.empty(), NOW.minusSeconds(5)).holdsFor(admin))
                .isTrue();
        assertThat(claims(Optional.empty(), NOW.minusMillis(123)).holdsFor(changed))
                .isFalse();
        assertThat(claims(Optional.empty(), NOW.plusMillis(877)).holdsFor(changed))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12345",
                "00000000000000000000000G",
                "00000000000000000000000A",
                "00000000000000000000000g",
                "00000000000000000000000`",
                "00000000000000000000000/",
                "00000000000000000000000:",
                "0000000000000000000000000"
            })
    void idsAre24HexDigits(String text) {
        assertThatThrownBy(() -> new AdminId(text)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new OrganizationId(text)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new OperationId(text)).isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "acme", "organizations", "org_a$b", "org_a\u0000b"})
    void collectionNamesAreSafe(String text) {
        assertThatThrownBy(() -> new CollectionName(text)).isInstanceOf(InvalidValueException.class);
    }

    private TokenClaims claims(Optional<CredentialsState> credentials, Instant issuedAt) {
        return new TokenClaims(admin.id(), updating.id(), credentials, issuedAt);
    }

    private Admin changedAt(Instant now) {
        return admin.updated(updating, Optional.empty(), Optional.of(new PasswordHash("h2")), now);
    }

    @Test
    void versionsCountFromZero() {
        Admin first = withVersion(0);
        assertThat(first.settled().version()).isEqualTo(1);
        assertThatThrownBy(() -> withVersion(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void idsAndNamesKeepTheirText() {
        String id = "0123456789abcdef0123456f";
        assertThat(new AdminId(id).value()).isEqualTo(id);
        assertThat(new OrganizationId(id).value()).isEqualTo(id);
        assertThat(new OperationId(id).value()).isEqualTo(id);
        assertThat(new CollectionName("org_acme")).hasToString("org_acme");
    }

    private Admin withVersion(long version) {
        return new Admin(
                admin.id(),
                admin.organizationId(),
                admin.organizationName(),
                admin.email(),
                admin.password(),
                NOW,
                CredentialsState.INITIAL,
                Optional.empty(),
                Optional.empty(),
                version);
    }
}
