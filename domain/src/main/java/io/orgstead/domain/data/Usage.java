package io.orgstead.domain.data;

/**
 * How much an organization keeps.
 *
 * @param documents how many, the marker not counted
 * @param bytes their size together, each as {@link DocumentSize} counts it
 */
public record Usage(long documents, long bytes) {

    /** Nothing. */
    public static final Usage NONE = new Usage(0, 0);

    /**
     * This and that together.
     *
     * @param other that
     * @return the sum
     */
    public Usage plus(Usage other) {
        return new Usage(documents + other.documents, bytes + other.bytes);
    }

    /**
     * Whether it is within the limits.
     *
     * @param quota the limits
     * @return true if neither is passed
     */
    public boolean isWithin(Quota quota) {
        return documents <= quota.documents() && bytes <= quota.bytes();
    }
}
