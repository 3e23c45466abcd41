package io.orgstead.domain.failure;

import java.util.List;

/** Documents are not as the organization's schema says. Nothing was changed. */
public final class SchemaViolatedException extends DomainException {

    private static final long serialVersionUID = 1L;

    /** The most violations that are told. */
    public static final int MAX_TOLD = 20;

    private final transient List<SchemaViolation> violations;

    private SchemaViolatedException(String message, List<SchemaViolation> violations) {
        super(FailureCode.SCHEMA_VIOLATED, message, null);
        this.violations = violations.stream().limit(MAX_TOLD).toList();
    }

    /**
     * What was to be stored is not as the schema says.
     *
     * @param violations at least one
     * @return a new exception
     */
    public static SchemaViolatedException by(List<SchemaViolation> violations) {
        return new SchemaViolatedException("The organization's schema does not allow the document.", violations);
    }

    /**
     * A schema was not taken, as documents that are there are not as it says.
     *
     * @param violations at least one; the places begin with the documents' ids
     * @return a new exception
     */
    public static SchemaViolatedException byPresent(List<SchemaViolation> violations) {
        return new SchemaViolatedException(
                "Documents that are there are not as the schema says; the schema was not taken.", violations);
    }

    /**
     * What is wrong.
     *
     * @return at most {@value #MAX_TOLD}
     */
    public List<SchemaViolation> violations() {
        return violations;
    }
}
