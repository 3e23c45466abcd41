package io.orgstead.domain.failure;

/** No such organization, as far as anybody outside may know. */
public final class NotFoundException extends DomainException {

    private static final long serialVersionUID = 1L;

    /** No organization answers to the name or id asked for. */
    public NotFoundException() {
        super(FailureCode.ORGANIZATION_NOT_FOUND, "No organization of this name exists.", null);
    }
}
