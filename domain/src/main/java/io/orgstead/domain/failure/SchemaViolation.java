package io.orgstead.domain.failure;

/**
 * Something that is not as a schema says.
 *
 * @param place the way to it, with dots in between
 * @param reason what the schema says, without the value
 */
public record SchemaViolation(String place, String reason) {

    /**
     * The same, where all of it is part of something.
     *
     * @param parent the way to it
     * @return a copy
     */
    public SchemaViolation within(String parent) {
        return new SchemaViolation(place.isEmpty() ? parent : parent + "." + place, reason);
    }
}
