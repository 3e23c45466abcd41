package io.orgstead.domain.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.access.RateLimit;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DomainExceptionTest {

    @Test
    void everyCodeIsThrownBySomething() {
        assertThat(Stream.of(
                                new InvalidValueException("x"),
                                InvalidValueException.nothingToChange(),
                                ConflictException.nameTaken(),
                                ConflictException.emailTaken(),
                                ConflictException.collectionTaken(),
                                ConflictException.operationInProgress(),
                                new NotFoundException(),
                                AuthenticationException.credentialsRejected(),
                                AuthenticationException.tokenInvalid(null),
                                new AccessDeniedException(),
                                new TooManyAttemptsException(Duration.ofSeconds(1)),
                                new OverloadedException(),
                                new StoreUnavailableException(null),
                                NotFoundException.document(),
                                NotFoundException.index(),
                                NotFoundException.schema(),
                                SchemaViolatedException.by(List.of(new SchemaViolation("a", "is required"))),
                                ConflictException.documentExists(0),
                                ConflictException.indexViolated("email"),
                                ConflictException.indexConflict("Another index is in the way."),
                                ConflictException.requestInFlight(),
                                InvalidValueException.idempotencyKeyReused(),
                                new PreconditionFailedException(),
                                QueryRefusedException.tookTooLong(),
                                new QuotaExceededException(QuotaExceededException.Limited.BYTES, 1, 1))
                        .map(DomainException::code))
                .containsExactlyInAnyOrder(FailureCode.values());
    }

    @Test
    void idsAreTheNamesInLowerCase() {
        assertThat(Arrays.stream(FailureCode.values()).map(FailureCode::id)).allMatch(id -> id.matches("[a-z_]+"));
        assertThat(FailureCode.NAME_TAKEN.id()).isEqualTo("name_taken");
    }

    @Test
    void whatPassesByItselfSaysWhen() {
        assertThat(new TooManyAttemptsException(Duration.ofMinutes(4)).retryAfter())
                .contains(Duration.ofMinutes(4));
        assertThat(new OverloadedException().retryAfter()).contains(Duration.ofSeconds(2));
        assertThat(new StoreUnavailableException(null).retryAfter()).contains(Duration.ofSeconds(1));
        assertThat(ConflictException.operationInProgress().retryAfter()).contains(Duration.ofSeconds(1));
        assertThat(ConflictException.nameTaken().retryAfter()).isEmpty();
        assertThat(new NotFoundException().retryAfter()).isEmpty();
    }

    @Test
    void whatIsInternalStaysInTheCause() {
        assertThat(new StoreUnavailableException(new IllegalStateException("host db-7 refused")))
                .hasMessageNotContaining("db-7")
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRateLimitIsPositive() {
        assertThat(new RateLimit(1, Duration.ofSeconds(1)).requests()).isEqualTo(1);
        assertThatThrownBy(() -> new RateLimit(0, Duration.ofMinutes(1))).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new RateLimit(1, Duration.ofMillis(999))).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void aRefusedValueSaysWhereItIs() {
        InvalidValueException inside = InvalidValueException.at("b", "is too long");
        InvalidValueException whole = InvalidValueException.at("", "must be a list");

        assertThat(inside).hasMessage("b is too long");
        assertThat(inside.reason()).isEqualTo("is too long");
        assertThat(inside.field()).contains("b");
        assertThat(inside.within("a")).hasMessage("a.b is too long");
        assertThat(whole).hasMessage("must be a list");
        assertThat(whole.within("a")).hasMessage("a must be a list");
        assertThat(whole.within("a").code()).isEqualTo(FailureCode.INVALID_VALUE);
    }

    @Test
    void aDocumentThatExistsIsAConflictWithOrWithoutItsPlace() {
        assertThat(ConflictException.documentExists().code()).isEqualTo(FailureCode.DOCUMENT_EXISTS);
        assertThat(ConflictException.documentExists(7)).hasMessageContaining("document 7");
    }

    @Test
    void violationsOfASchemaAreToldUpToALimit() {
        SchemaViolation violation = new SchemaViolation("a", "is required");
        List<SchemaViolation> many = Collections.nCopies(SchemaViolatedException.MAX_TOLD + 1, violation);

        assertThat(SchemaViolatedException.by(many).violations()).hasSize(SchemaViolatedException.MAX_TOLD);
        assertThat(SchemaViolatedException.byPresent(List.of(violation)).violations())
                .containsExactly(violation);
        assertThat(SchemaViolatedException.byPresent(many).code()).isEqualTo(FailureCode.SCHEMA_VIOLATED);
        assertThat(violation.within("7").place()).isEqualTo("7.a");
        assertThat(new SchemaViolation("", "is no object").within("7").place()).isEqualTo("7");
    }
}
