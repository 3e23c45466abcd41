package io.orgstead.domain.failure;

/** What is asked for is not there, as far as the caller may know. */
public final class NotFoundException extends DomainException {

    private static final long serialVersionUID = 1L;

    /** No organization answers to the name or id asked for. */
    public NotFoundException() {
        super(FailureCode.ORGANIZATION_NOT_FOUND, "No organization of this name exists.", null);
    }

    private NotFoundException(FailureCode code, String message) {
        super(code, message, null);
    }

    /**
     * The organization has no document of that id.
     *
     * @return a new exception with {@link FailureCode#DOCUMENT_NOT_FOUND}
     */
    public static NotFoundException document() {
        return new NotFoundException(FailureCode.DOCUMENT_NOT_FOUND, "No document of this id exists.");
    }

    /**
     * The organization has no schema.
     *
     * @return a new exception with {@link FailureCode#SCHEMA_NOT_FOUND}
     */
    public static NotFoundException schema() {
        return new NotFoundException(FailureCode.SCHEMA_NOT_FOUND, "The organization has no schema.");
    }

    /**
     * The organization has no index of that name.
     *
     * @return a new exception with {@link FailureCode#INDEX_NOT_FOUND}
     */
    public static NotFoundException index() {
        return new NotFoundException(FailureCode.INDEX_NOT_FOUND, "No index of this name exists.");
    }
}
