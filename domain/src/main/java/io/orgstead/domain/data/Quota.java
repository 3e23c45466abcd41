package io.orgstead.domain.data;

/**
 * How much an organization may keep.
 *
 * @param documents the most documents
 * @param bytes the most bytes together
 * @param documentBytes the most bytes of one document
 * @param indexes the most indexes of its own
 */
public record Quota(long documents, long bytes, long documentBytes, int indexes) {

    /** No limit but what numbers can hold. */
    public static final Quota UNLIMITED = new Quota(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE);

    /** @throws IllegalArgumentException if a limit is negative */
    public Quota {
        if (documents < 0 || bytes < 0 || documentBytes < 0 || indexes < 0) {
            throw new IllegalArgumentException("a quota must not be negative");
        }
    }
}
