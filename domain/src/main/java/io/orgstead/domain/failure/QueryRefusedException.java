package io.orgstead.domain.failure;

/** A query asks for more work than one call may take, or for something that the store cannot do as it is meant. Nothing was changed. */
public final class QueryRefusedException extends DomainException {

    private static final long serialVersionUID = 1L;

    /**
     * A query was refused.
     *
     * @param reason why, as a sentence for a person
     */
    public QueryRefusedException(String reason) {
        super(FailureCode.QUERY_REFUSED, reason, null);
    }

    /**
     * A query took longer than it may, and was cancelled.
     *
     * @return a new exception
     */
    public static QueryRefusedException tookTooLong() {
        return new QueryRefusedException(
                "The query takes too long; an index, a narrower filter or another order may help.");
    }
}
