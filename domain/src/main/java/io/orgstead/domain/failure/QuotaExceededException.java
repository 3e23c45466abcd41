package io.orgstead.domain.failure;

import java.io.Serial;

/** The organization would keep more than it may. Nothing was changed. */
public final class QuotaExceededException extends DomainException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What is limited. */
    public enum Limited {
        /** How many documents there are. */
        DOCUMENTS,
        /** How large they are together, in bytes. */
        BYTES,
        /** How large one of them is, in bytes. */
        DOCUMENT_BYTES,
        /** How many indexes there are. */
        INDEXES
    }

    private final Limited limited;
    private final long limit;
    private final long used;

    /**
     * A limit would have been passed.
     *
     * @param limited which
     * @param limit the most there may be
     * @param used how much there is now; of {@link Limited#DOCUMENT_BYTES}, how large the document is
     */
    public QuotaExceededException(Limited limited, long limit, long used) {
        super(
                FailureCode.QUOTA_EXCEEDED,
                "The organization may keep no more than it does: the limit is " + limit + ", " + used + " are in use.",
                null);
        this.limited = limited;
        this.limit = limit;
        this.used = used;
    }

    /**
     * What is limited.
     *
     * @return never null
     */
    public Limited limited() {
        return limited;
    }

    /**
     * The limit.
     *
     * @return the most there may be
     */
    public long limit() {
        return limit;
    }

    /**
     * What there was when the call was refused.
     *
     * @return as given to the constructor
     */
    public long used() {
        return used;
    }
}
