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
    STORE_UNAVAILABLE("store_unavailable");

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
