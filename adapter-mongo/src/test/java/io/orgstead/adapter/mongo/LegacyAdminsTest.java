package io.orgstead.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.CredentialsState;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.PasswordHash;
import io.orgstead.domain.port.Admins;
import io.orgstead.testkit.Samples;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Admins written by another implementation are served as they are. */
class LegacyAdminsTest {

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private final Samples samples = new Samples();

    private Admins with(Document... documents) {
        for (Document document : documents) {
            fresh.admins().insertOne(document);
        }
        return fresh.connect().admins();
    }

    @Test
    void seedDocumentReadsAsASettledAdminOfVersion0() {
        Document legacy = SeedDocuments.admin("admin@legacy.com");
        Admins admins = with(legacy);

        Admin found = admins.findByEmail(EmailAddress.parse("Admin@Legacy.com")).orElseThrow();

        assertThat(found.id()).isEqualTo(new AdminId(SeedDocuments.idOf(legacy)));
        assertThat(found.password().reveal()).isEqualTo(legacy.getString("password"));
        assertThat(found.organizationId()).isEmpty();
        assertThat(found.credentials()).isEqualTo(CredentialsState.INITIAL);
        assertThat(found.createdAt()).isEqualTo(SeedDocuments.CREATED);
        assertThat(found.version()).isZero();
        assertThat(admins.findLeasedBefore(Instant.MAX, 10)).isEmpty();
    }

    @Test
    void compareAndSetBeginsAtTheMissingVersionAndKeepsForeignFields() {
        Document legacy = SeedDocuments.admin("admin@legacy.com").append("phone", "123");
        Admins admins = with(legacy);
        Admin found = admins.findByEmail(EmailAddress.parse("admin@legacy.com")).orElseThrow();

        assertThat(admins.replace(found.fenced())).isTrue();
        assertThat(admins.replace(found.fenced())).isFalse();

        assertThat(fresh.admins().find().first()).containsEntry("phone", "123").containsEntry("version", 1L);
        assertThat(admins.rehash(found.id(), found.password(), samples.hash())).isTrue();
    }

    @Test
    void organizationIdIsReadInEitherForm() {
        ObjectId organization = new ObjectId();
        Admins admins = with(
                SeedDocuments.admin("one@legacy.com").append("organization_id", organization),
                SeedDocuments.admin("two@legacy.com").append("organization_id", organization.toHexString()),
                SeedDocuments.admin("three@legacy.com").append("organization_id", 7));
        OrganizationId expected = new OrganizationId(organization.toHexString());

        assertThat(admins.findByEmail(EmailAddress.parse("one@legacy.com"))
                        .orElseThrow()
                        .organizationId())
                .contains(expected);
        assertThat(admins.findByEmail(EmailAddress.parse("two@legacy.com"))
                        .orElseThrow()
                        .organizationId())
                .contains(expected);
        assertThat(admins.findByEmail(EmailAddress.parse("three@legacy.com"))
                        .orElseThrow()
                        .organizationId())
                .isEmpty();
    }

    @Test
    void furtherFieldsThatAreNullAreAsGoodAsMissing() {
        Document legacy = SeedDocuments.admin("admin@legacy.com")
                .append("organization_id", null)
                .append("credentials_changes", null)
                .append("password_changed_at", null)
                .append("last_update", null)
                .append("lease_until", null)
                .append("version", null);
        Admins admins = with(legacy);

        Admin found = admins.findByEmail(EmailAddress.parse("admin@legacy.com")).orElseThrow();

        assertThat(found.credentials()).isEqualTo(CredentialsState.INITIAL);
        assertThat(found.version()).isZero();
        assertThat(found.organizationId()).isEmpty();
        assertThat(admins.findLeasedBefore(Instant.MAX, 10)).isEmpty();
        assertThat(admins.replace(found.fenced())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("noNumbers")
    void aVersionThatIsNoNumberIsTheirsAndCountsAsNone(Object version) {
        Admins admins = with(SeedDocuments.admin("admin@legacy.com").append("version", version));
        Admin found = admins.findByEmail(EmailAddress.parse("admin@legacy.com")).orElseThrow();

        assertThat(found.version()).isZero();
        assertThat(admins.replace(found.fenced())).isTrue();
        assertThat(admins.replace(found.fenced())).isFalse();
    }

    static Stream<Object> noNumbers() {
        return Stream.of("1.0", true, new Document("major", 1), SeedDocuments.CREATED);
    }

    @Test
    void aHashThatWasStoredAsBytesIsOne() {
        Document legacy = SeedDocuments.admin("admin@legacy.com");
        String hash = legacy.getString("password");
        Admins admins = with(legacy.append("password", new Binary(hash.getBytes(StandardCharsets.US_ASCII))));

        Admin found = admins.findByEmail(EmailAddress.parse("admin@legacy.com")).orElseThrow();

        assertThat(found.password().reveal()).isEqualTo(hash);
        PasswordHash fresher = samples.hash();
        assertThat(admins.rehash(found.id(), found.password(), fresher)).isTrue();
        assertThat(fresh.admins().find().first()).containsEntry("password", fresher.reveal());
    }

    static Stream<Object> countsOfAnyType() {
        return Stream.of(3, 3L, 3.0, Decimal128.parse("3"), Decimal128.parse("3.00"));
    }

    @ParameterizedTest
    @MethodSource("countsOfAnyType")
    void wholeNumbersOfAnyTypeAreCounts(Object count) {
        Admins admins = with(SeedDocuments.admin("admin@legacy.com").append("credentials_changes", count));

        assertThat(admins.findByEmail(EmailAddress.parse("admin@legacy.com")))
                .map(admin -> admin.credentials().changes())
                .contains(3L);
    }

    static Stream<Object> numbersThatAreNoCounts() {
        return Stream.of(
                0.5,
                -1,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                1e300,
                Decimal128.parse("0.5"),
                Decimal128.parse("NaN"),
                Decimal128.parse("-0"),
                Decimal128.parse("1E+6000"));
    }

    @ParameterizedTest
    @MethodSource("numbersThatAreNoCounts")
    void numberThatIsNoCountRefusesItsAdminAlone(Object number) {
        Document broken = SeedDocuments.admin("broken@legacy.com")
                .append("credentials_changes", number)
                .append("lease_until", SeedDocuments.CREATED);
        Admin own = samples.provisioningAdmin(samples.email());
        Admins admins = with(broken);
        admins.add(own);

        assertThatThrownBy(() -> admins.findByEmail(EmailAddress.parse("broken@legacy.com")))
                .isInstanceOf(StoreUnavailableException.class)
                .cause()
                .hasMessageContaining(SeedDocuments.idOf(broken))
                .hasMessageEndingWith("credentials_changes is no count");
        assertThat(admins.findByEmail(own.email())).contains(own);
        assertThat(admins.findLeasedBefore(Instant.MAX, 10)).containsExactly(own);
    }

    @Test
    @Tag(RealMongoFilter.TAG)
    void unreadableAdminWhoseAddressIsOnlySimilarIsInNobodysWay() {
        Document broken = SeedDocuments.admin("Strasse@legacy.com").append("version", 0.5);
        Admins admins = with(broken, SeedDocuments.admin("STRA\u00dfE@legacy.com"));

        assertThat(admins.findByEmail(EmailAddress.parse("stra\u00dfe@legacy.com")))
                .isPresent();
    }

    @Test
    void documentThatBreaksTheSchemaIsReportedWithoutItsHash() {
        Document broken = SeedDocuments.admin("admin@legacy.com");
        broken.remove("organization_name");
        Admins admins = with(broken);

        assertThatThrownBy(() -> admins.findByEmail(EmailAddress.parse("admin@legacy.com")))
                .isInstanceOf(StoreUnavailableException.class)
                .cause()
                .hasMessageContaining("organization_name is no string")
                .hasMessageNotContaining("$2b$");
    }

    @Test
    @Tag(RealMongoFilter.TAG)
    void addressInAnotherCaseIsFoundAndTaken() {
        Admins admins = with(SeedDocuments.admin("Admin@Legacy.COM"));
        EmailAddress email = EmailAddress.parse("admin@legacy.com");

        assertThat(admins.findByEmail(email)).map(Admin::email).contains(email);
        assertThatThrownBy(() -> admins.add(samples.provisioningAdmin(email))).isInstanceOf(ConflictException.class);
    }

    @Test
    @Tag(RealMongoFilter.TAG)
    void addressThatOnlyTheCollationTakesForEqualIsNotFound() {
        Admins admins = with(SeedDocuments.admin("strasse@legacy.com"));

        assertThat(admins.findByEmail(EmailAddress.parse("stra\u00dfe@legacy.com")))
                .isEmpty();
        assertThat(admins.findByEmail(EmailAddress.parse("strasse@legacy.com"))).isPresent();
    }
}
