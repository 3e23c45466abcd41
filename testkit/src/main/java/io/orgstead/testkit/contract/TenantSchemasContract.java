package io.orgstead.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.data.DocumentSchema;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.port.TenantSchemas;
import io.orgstead.testkit.Race;
import io.orgstead.testkit.Samples;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link TenantSchemas} must do. An implementation's test extends this class and says how to make the port. */
public abstract class TenantSchemasContract {

    private static final Optional<DocumentSchema> NONE = Optional.empty();
    private static final Optional<DocumentSchema> ONE = Optional.of(new DocumentSchema("{\"type\": \"object\"}"));
    private static final Optional<DocumentSchema> OTHER =
            Optional.of(new DocumentSchema("{\"x\": \"'; \\\\ \u682a \ud83d\ude00\"}"));

    private final Samples samples = new Samples();
    private final OrganizationId acme = samples.organizationId();
    private final OrganizationId beta = samples.organizationId();
    private TenantSchemas schemas;

    /**
     * Makes the port that is tested. Called once before each test.
     *
     * @return the port over an empty store of its own
     */
    protected abstract TenantSchemas tenantSchemas();

    @BeforeEach
    void open() {
        schemas = tenantSchemas();
    }

    @Test
    void comesChangesAndGoes() {
        assertThat(schemas.find(acme)).isEmpty();
        assertThat(schemas.replace(acme, NONE, ONE)).isTrue();
        assertThat(schemas.find(acme)).isEqualTo(ONE);
        assertThat(schemas.replace(acme, ONE, OTHER)).isTrue();
        assertThat(schemas.find(acme)).isEqualTo(OTHER);
        assertThat(schemas.replace(acme, OTHER, NONE)).isTrue();
        assertThat(schemas.find(acme)).isEmpty();
        assertThat(schemas.replace(acme, NONE, NONE)).isTrue();
    }

    @Test
    void theLongestIsKept() {
        Optional<DocumentSchema> longest = Optional.of(new DocumentSchema("\u682a".repeat(DocumentSchema.MAX_LENGTH)));
        assertThat(schemas.replace(acme, NONE, longest)).isTrue();
        assertThat(schemas.find(acme)).isEqualTo(longest);
    }

    @Test
    void nothingChangesUnlessWhatIsExpectedIsThere() {
        assertThat(schemas.replace(acme, ONE, OTHER)).isFalse();
        assertThat(schemas.replace(acme, ONE, NONE)).isFalse();
        assertThat(schemas.find(acme)).isEmpty();
        schemas.replace(acme, NONE, ONE);
        assertThat(schemas.replace(acme, NONE, OTHER)).isFalse();
        assertThat(schemas.replace(acme, OTHER, NONE)).isFalse();
        assertThat(schemas.replace(acme, OTHER, OTHER)).isFalse();
        assertThat(schemas.replace(acme, NONE, NONE)).isFalse();
        assertThat(schemas.find(acme)).isEqualTo(ONE);
    }

    @Test
    void eachOrganizationHasItsOwn() {
        schemas.replace(acme, NONE, ONE);
        assertThat(schemas.find(beta)).isEmpty();
        assertThat(schemas.replace(beta, NONE, OTHER)).isTrue();
        schemas.remove(beta);
        schemas.remove(beta);
        assertThat(schemas.find(beta)).isEmpty();
        assertThat(schemas.find(acme)).isEqualTo(ONE);
    }

    @Test
    void ofThoseWhoRaceOneWins() {
        Race<Boolean> race = Race.of(i ->
                () -> schemas.replace(acme, NONE, Optional.of(new DocumentSchema("{\"minProperties\": " + i + "}"))));
        assertThat(race.failures()).isEmpty();
        assertThat(race.results()).containsOnlyOnce(true);
    }
}
