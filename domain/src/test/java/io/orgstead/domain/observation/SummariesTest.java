package io.orgstead.domain.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.failure.NotFoundException;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.OrganizationId;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummariesTest {

    @ParameterizedTest
    @CsvSource({
        "GET,/org/get,200,0,2xx,false",
        "other,unknown,100,1,1xx,false",
        "ABCDEFGHIJ,/,499,1,4xx,false",
        "GET,/,500,1,5xx,true",
        "GET,/,599,1,5xx,true"
    })
    void aRequestHasAClassOfStatus(
            String method, String route, int status, long millis, String statusClass, boolean error) {
        RequestSummary summary = new RequestSummary(method, route, status, Duration.ofMillis(millis));

        assertThat(summary.statusClass()).isEqualTo(statusClass);
        assertThat(summary.isServerError()).isEqualTo(error);
    }

    @ParameterizedTest
    @CsvSource({
        "get,/,200,0",
        "ABCDEFGHIJK,/,200,0",
        "'',/,200,0",
        "GET,org,200,0",
        "GET,/,99,0",
        "GET,/,600,0",
        "GET,/,200,-1"
    })
    void nothingThatAClientMakesUpIsInIt(String method, String route, int status, long millis) {
        assertThatThrownBy(() -> new RequestSummary(method, route, status, Duration.ofMillis(millis)))
                .isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @CsvSource({"-1,0,0,0", "0,-1,0,0", "0,0,-1,0", "0,0,0,-1"})
    void nothingIsLessThanNone(int a, int b, int c, int d) {
        assertThatThrownBy(() -> new HashingLoad(a, b, c, d)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new PoolUsage(a, b, c, d)).isInstanceOf(InvalidValueException.class);
        assertThat(new HashingLoad(0, 0, 0, 0).capacity()).isZero();
        assertThat(new PoolUsage(0, 0, 0, 0).limit()).isZero();
    }

    @Test
    void aCallFailsForOneOfThreeReasons() {
        assertThat(CallOutcome.of(new StoreUnavailableException(new IllegalStateException())))
                .isEqualTo(CallOutcome.UNAVAILABLE);
        assertThat(CallOutcome.of(new NotFoundException())).isEqualTo(CallOutcome.REFUSED);
        assertThat(CallOutcome.of(new IllegalStateException())).isEqualTo(CallOutcome.FAILED);
        assertThat(CallOutcome.REFUSED.id()).isEqualTo("refused");
    }

    @ParameterizedTest
    @CsvSource({"STORE_UNAVAILABLE,UNKNOWN", "OPERATION_IN_PROGRESS,UNKNOWN", "NAME_TAKEN,FAILURE"})
    void anOutcomeThatNobodyKnowsIsSaidToBeUnknown(FailureCode reason, AuditEvent.Outcome outcome) {
        AuditEvent event = AuditEvent.failure(AuditAction.ORGANIZATION_PURGE, reason);

        assertThat(event.outcome()).isEqualTo(outcome);
        assertThat(event.reason()).contains(reason);
    }

    @Test
    void anEventSaysWhoAndWhat() {
        AdminId admin = new AdminId("00000000000000000000000a");
        OrganizationId organization = new OrganizationId("00000000000000000000000b");
        AuditEvent event =
                AuditEvent.success(AuditAction.ORGANIZATION_PURGE).by(admin).on(organization);

        assertThat(event.outcome()).isEqualTo(AuditEvent.Outcome.SUCCESS);
        assertThat(event.outcome().id()).isEqualTo("success");
        assertThat(event.action()).isEqualTo(AuditAction.ORGANIZATION_PURGE);
        assertThat(event.actor()).contains(admin);
        assertThat(event.organization()).contains(organization);
        assertThat(event.reason()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Port,call", "port,", "'',call", "port,aCall", "po rt,call"})
    void callsAreNamedInSnakeCase(String port, String operation) {
        assertThat(new PortCall("tenant_documents", "find").operation()).isEqualTo("find");
        String named = operation == null ? "" : operation;
        assertThatThrownBy(() -> new PortCall(port, named)).isInstanceOf(InvalidValueException.class);
    }
}
