package io.orgstead.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.observation.AuditAction;
import io.orgstead.domain.observation.AuditEvent;
import io.orgstead.domain.observation.AuditEvent.Outcome;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.port.AuditLog;
import io.orgstead.testkit.Race;
import io.orgstead.testkit.Samples;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link AuditLog} must do. An implementation's test extends this class and says how to make the port. */
public abstract class AuditLogContract {

    private final Samples samples = new Samples();

    /**
     * The port that is tested.
     *
     * @return always the same within a test
     */
    protected abstract AuditLog auditLog();

    /**
     * What was taken down so far, as somebody reads it who looks for an event.
     *
     * @return a text for each event, with all that is told of it
     */
    protected abstract List<String> lines();

    @ParameterizedTest
    @EnumSource
    void everyEventIsALineThatTellsAllOfIt(AuditAction action) {
        AdminId actor = new AdminId(samples.id());
        OrganizationId organization = samples.organizationId();

        auditLog().record(AuditEvent.success(action).by(actor).on(organization));
        auditLog()
                .record(AuditEvent.failure(action, FailureCode.NAME_TAKEN)
                        .by(actor)
                        .on(organization));
        auditLog().record(AuditEvent.of(action, Outcome.UNKNOWN).by(actor).on(organization));

        assertThat(lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).contains(action.id(), actor.value(), organization.value()));
        assertThat(lines().get(0)).contains("success").doesNotContain("failure", "unknown");
        assertThat(lines().get(1)).contains("failure", FailureCode.NAME_TAKEN.id());
        assertThat(lines().get(2)).contains("unknown");
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        auditLog().record(AuditEvent.success(AuditAction.LOGIN));

        assertThat(lines())
                .singleElement()
                .asString()
                .contains(AuditAction.LOGIN.id())
                .doesNotContain("null", "Optional", "empty");
    }

    @Test
    void nothingIsLostOrMixedUpAmongMany() {
        List<OrganizationId> organizations =
                Stream.generate(samples::organizationId).limit(Race.RUNNERS).toList();

        Race<Boolean> race = Race.of(runner -> () -> {
            auditLog()
                    .record(AuditEvent.success(AuditAction.ORGANIZATION_DELETION)
                            .on(organizations.get(runner)));
            return true;
        });

        assertThat(race.failures()).isEmpty();
        assertThat(lines()).hasSize(Race.RUNNERS);
        assertThat(organizations)
                .allSatisfy(id -> assertThat(lines())
                        .filteredOn(line -> line.contains(id.value()))
                        .hasSize(1));
    }
}
