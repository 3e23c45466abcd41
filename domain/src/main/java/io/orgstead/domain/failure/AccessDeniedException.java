package io.orgstead.domain.failure;

/** The caller is known but may not touch another organization. */
public final class AccessDeniedException extends DomainException {

    private static final long serialVersionUID = 1L;

    /** The organization named is not the caller's own, whether it exists or not. */
    public AccessDeniedException() {
        super(FailureCode.ACCESS_DENIED, "The access token is for another organization.", null);
    }
}
