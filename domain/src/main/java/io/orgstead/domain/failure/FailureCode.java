package io.orgstead.domain.failure;

/**
 * The closed list of reasons for which the core refuses or fails. Each is stable: programs may key on its
 * {@linkplain #id() id}, which never changes once released.
 */
public enum FailureCode {
    /** A value breaks the rule of its type. */
    INVALID_VALUE("invalid_value"),
    /** An update that would change nothing. */
    NOTHING_TO_CHANGE("nothing_to_change"),
    /** Another organization has, or is just taking, this name. */
    NAME_TAKEN("name_taken"),
    /** Another admin has this email address. */
    EMAIL_TAKEN("email_taken"),
    /** The store already holds a collection of this name that no organization owns. */
    COLLECTION_TAKEN("collection_taken"),
    /** The organization is in the middle of another change; asking again shortly will work. */
    OPERATION_IN_PROGRESS("operation_in_progress"),
    /** No such organization, or it is being created or deleted. */
    ORGANIZATION_NOT_FOUND("organization_not_found"),
    /** Email address and password do not belong together. Never says which of the two is wrong. */
    CREDENTIALS_REJECTED("credentials_rejected"),
    /** The access token is malformed, forged, expired or revoked. */
    TOKEN_INVALID("token_invalid"),
    /** The caller is known, but what it asks for belongs to another organization. */
    ACCESS_DENIED("access_denied"),
    /** Too many attempts to log in failed; the next one has to wait. */
    TOO_MANY_REQUESTS("too_many_requests"),
    /** The server has more work than it takes on. */
    OVERLOADED("overloaded"),
    /** A store does not answer, or not in time. */
    STORE_UNAVAILABLE("store_unavailable"),
    /** The organization has no document of this id. */
    DOCUMENT_NOT_FOUND("document_not_found"),
    /** The organization has a document of this id already. */
    DOCUMENT_EXISTS("document_exists"),
    /** A document has values that a unique index of the organization holds already. */
    INDEX_VIOLATED("index_violated"),
    /** The document is not, or no longer, the one that the caller means. */
    PRECONDITION_FAILED("precondition_failed"),
    /** The organization would keep more than it may. */
    QUOTA_EXCEEDED("quota_exceeded"),
    /** A query asks for more work than one request may take. */
    QUERY_REFUSED("query_refused"),
    /** The organization has no index of this name. */
    INDEX_NOT_FOUND("index_not_found"),
    /** An index cannot be made: another, or what the documents hold, is in its way. */
    INDEX_CONFLICT("index_conflict"),
    /** A document is not as the organization's schema says. */
    SCHEMA_VIOLATED("schema_violated"),
    /** The organization has no schema. */
    SCHEMA_NOT_FOUND("schema_not_found"),
    /** A request with this idempotency key is under way. */
    REQUEST_IN_FLIGHT("request_in_flight"),
    /** The idempotency key was used for another request. */
    IDEMPOTENCY_KEY_REUSED("idempotency_key_reused");

    private final String id;

    FailureCode(String id) {
        this.id = id;
    }

    /**
     * The code as programs see it.
     *
     * @return lower-case snake case, never empty
     */
    public String id() {
        return id;
    }
}
