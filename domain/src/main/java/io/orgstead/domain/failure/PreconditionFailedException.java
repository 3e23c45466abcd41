package io.orgstead.domain.failure;

/** A document is not, or no longer, the one that the caller means (RFC 9110, section 13). Nothing was changed. */
public final class PreconditionFailedException extends DomainException {

    private static final long serialVersionUID = 1L;

    /** The condition of the caller does not hold. */
    public PreconditionFailedException() {
        super(
                FailureCode.PRECONDITION_FAILED,
                "The document is not, or no longer, the one that the request means.",
                null);
    }
}
