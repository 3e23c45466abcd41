package io.orgstead.adapter.http;

import io.orgstead.domain.failure.DomainException;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.failure.QuotaExceededException;
import io.orgstead.domain.failure.SchemaViolatedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns what the core refuses into problems. */
final class DomainProblems {

    private static final List<FieldError> NOTHING_TO_CHANGE = List.of(
            new FieldError("new_organization_name", "is missing, and so are email and password"),
            new FieldError("email", "is missing, and so are new_organization_name and password"),
            new FieldError("password", "is missing, and so are new_organization_name and email"));

    private DomainProblems() {}

    static Problem of(DomainException refusal) {
        FailureCode code = refusal.code();
        Problem problem = new Problem(
                statusOf(code),
                code.id(),
                titleOf(code),
                detailOf(refusal),
                errorsOf(refusal),
                headersOf(code),
                membersOf(refusal));
        return refusal.retryAfter().map(problem::withRetryAfter).orElse(problem);
    }

    static int statusOf(FailureCode code) {
        return switch (code) {
            case CREDENTIALS_REJECTED, TOKEN_INVALID -> 401;
            case ACCESS_DENIED, QUOTA_EXCEEDED -> 403;
            case ORGANIZATION_NOT_FOUND, DOCUMENT_NOT_FOUND, INDEX_NOT_FOUND, SCHEMA_NOT_FOUND -> 404;
            case NAME_TAKEN,
                    EMAIL_TAKEN,
                    COLLECTION_TAKEN,
                    OPERATION_IN_PROGRESS,
                    DOCUMENT_EXISTS,
                    INDEX_VIOLATED,
                    INDEX_CONFLICT,
                    REQUEST_IN_FLIGHT -> 409;
            case PRECONDITION_FAILED -> 412;
            case INVALID_VALUE, NOTHING_TO_CHANGE, QUERY_REFUSED, IDEMPOTENCY_KEY_REUSED, SCHEMA_VIOLATED -> 422;
            case TOO_MANY_REQUESTS -> 429;
            case OVERLOADED, STORE_UNAVAILABLE -> 503;
        };
    }

    private static String titleOf(FailureCode code) {
        String words = code.id().replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String detailOf(DomainException refusal) {
        // A rule's message continues the name of a field; without the field it needs a beginning.
        return refusal instanceof InvalidValueException invalid && refusal.code() == FailureCode.INVALID_VALUE
                ? "A value of the request " + invalid.reason() + "."
                : String.valueOf(refusal.getMessage());
    }

    private static List<FieldError> errorsOf(DomainException refusal) {
        if (refusal instanceof InvalidValueException invalid && invalid.field().isPresent()) {
            return List.of(new FieldError(Violations.shortened(invalid.field().get()), invalid.reason()));
        }
        if (refusal instanceof SchemaViolatedException violated) {
            return violated.violations().stream()
                    .map(violation -> new FieldError(Violations.shortened(violation.place()), violation.reason()))
                    .toList();
        }
        return refusal.code() == FailureCode.NOTHING_TO_CHANGE ? NOTHING_TO_CHANGE : List.of();
    }

    /** Of a quota that is used up: which, how much it is, and how much of it is in use. */
    private static Map<String, Object> membersOf(DomainException refusal) {
        if (refusal instanceof QuotaExceededException exceeded) {
            Map<String, Object> usage = new LinkedHashMap<>();
            usage.put("limited", exceeded.limited().name().toLowerCase(Locale.ROOT));
            usage.put("limit", exceeded.limit());
            usage.put("used", exceeded.used());
            return Map.of("usage", usage);
        }
        return Map.of();
    }

    private static Map<String, String> headersOf(FailureCode code) {
        return switch (statusOf(code)) {
            case 401 -> Map.of("WWW-Authenticate", challengeFor(code));
            default -> Map.of();
        };
    }

    private static String challengeFor(FailureCode code) {
        return code == FailureCode.TOKEN_INVALID ? BearerToken.CHALLENGE_INVALID : BearerToken.CHALLENGE;
    }
}
