package io.orgstead.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.failure.AccessDeniedException;
import io.orgstead.domain.failure.AuthenticationException;
import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.failure.DomainException;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.failure.NotFoundException;
import io.orgstead.domain.failure.OverloadedException;
import io.orgstead.domain.failure.PreconditionFailedException;
import io.orgstead.domain.failure.QueryRefusedException;
import io.orgstead.domain.failure.QuotaExceededException;
import io.orgstead.domain.failure.QuotaExceededException.Limited;
import io.orgstead.domain.failure.SchemaViolatedException;
import io.orgstead.domain.failure.SchemaViolation;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.failure.TooManyAttemptsException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DomainProblemsTest {

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(new InvalidValueException("must be nice"), 422, "invalid_value", ""),
                Arguments.of(InvalidValueException.nothingToChange(), 422, "nothing_to_change", ""),
                Arguments.of(ConflictException.nameTaken(), 409, "name_taken", ""),
                Arguments.of(ConflictException.emailTaken(), 409, "email_taken", ""),
                Arguments.of(ConflictException.collectionTaken(), 409, "collection_taken", ""),
                Arguments.of(ConflictException.operationInProgress(), 409, "operation_in_progress", "1"),
                Arguments.of(new NotFoundException(), 404, "organization_not_found", ""),
                Arguments.of(AuthenticationException.credentialsRejected(), 401, "credentials_rejected", ""),
                Arguments.of(AuthenticationException.tokenInvalid(null), 401, "token_invalid", ""),
                Arguments.of(new AccessDeniedException(), 403, "access_denied", ""),
                Arguments.of(new TooManyAttemptsException(Duration.ofSeconds(90)), 429, "too_many_requests", "90"),
                Arguments.of(new OverloadedException(), 503, "overloaded", "2"),
                Arguments.of(new StoreUnavailableException(null), 503, "store_unavailable", "1"),
                Arguments.of(NotFoundException.document(), 404, "document_not_found", ""),
                Arguments.of(NotFoundException.index(), 404, "index_not_found", ""),
                Arguments.of(ConflictException.documentExists(3), 409, "document_exists", ""),
                Arguments.of(ConflictException.indexViolated("sku_1"), 409, "index_violated", ""),
                Arguments.of(ConflictException.indexConflict("There is another."), 409, "index_conflict", ""),
                Arguments.of(ConflictException.requestInFlight(), 409, "request_in_flight", "1"),
                Arguments.of(new PreconditionFailedException(), 412, "precondition_failed", ""),
                Arguments.of(QueryRefusedException.tookTooLong(), 422, "query_refused", ""),
                Arguments.of(InvalidValueException.idempotencyKeyReused(), 422, "idempotency_key_reused", ""),
                Arguments.of(
                        SchemaViolatedException.by(List.of(new SchemaViolation("a", "is required"))),
                        422,
                        "schema_violated",
                        ""),
                Arguments.of(NotFoundException.schema(), 404, "schema_not_found", ""),
                Arguments.of(new QuotaExceededException(Limited.DOCUMENTS, 3, 2), 403, "quota_exceeded", ""));
    }

    @ParameterizedTest
    @MethodSource
    void refusals(DomainException refusal, int status, String code, String retryAfter) {
        Problem problem = DomainProblems.of(refusal);

        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.detail()).endsWith(".");
        assertThat(problem.title()).isNotBlank();
        assertThat(problem.headers().getOrDefault("Retry-After", "")).isEqualTo(retryAfter);
        assertThat(problem.headers().containsKey("WWW-Authenticate")).isEqualTo(status == 401);
    }

    @Test
    void everyReasonIsTriedAbove() {
        Set<FailureCode> tried = refusals()
                .map(arguments -> ((DomainException) arguments.get()[0]).code())
                .collect(Collectors.toSet());

        assertThat(tried).isEqualTo(EnumSet.allOf(FailureCode.class));
    }

    @Test
    void aProblemIsWrittenAsRfc9457Says() {
        byte[] json = DomainProblems.of(new NotFoundException()).toJson("abc");

        assertThat(new String(json, StandardCharsets.UTF_8))
                .isEqualTo("{\"type\":\"urn:orgstead:problem:organization_not_found\","
                        + "\"title\":\"Organization not found\",\"status\":404,"
                        + "\"detail\":\"No organization of this name exists.\","
                        + "\"code\":\"organization_not_found\",\"request_id\":\"abc\"}");
    }

    @Test
    void aRefusedFieldIsNamed() {
        Problem problem = DomainProblems.of(
                InvalidValueException.at("price", "must be nice").within("3"));

        assertThat(problem.errors()).containsExactly(new FieldError("3.price", "must be nice"));
        assertThat(problem.detail()).isEqualTo("A value of the request must be nice.");
    }

    @Test
    void aQuotaIsToldWithWhatIsInUse() {
        Problem problem = DomainProblems.of(new QuotaExceededException(Limited.DOCUMENT_BYTES, 100, 101));

        assertThat(new String(problem.toJson("abc"), StandardCharsets.UTF_8))
                .endsWith(",\"usage\":{\"limited\":\"document_bytes\",\"limit\":100,\"used\":101}}");
    }

    @Test
    void noTwoProblemsShareACode() {
        Stream<String> edge = Stream.of(EdgeFailure.values()).map(EdgeFailure::id);
        Stream<String> domain = Stream.of(FailureCode.values()).map(FailureCode::id);

        assertThat(Stream.concat(edge, domain)).doesNotHaveDuplicates();
    }
}
