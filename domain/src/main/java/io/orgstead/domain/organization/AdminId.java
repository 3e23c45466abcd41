package io.orgstead.domain.organization;

/**
 * Identifies one admin for good.
 *
 * @param value 24 lower-case hexadecimal digits, the text form of an ObjectId
 */
public record AdminId(String value) {

    /**
     * An identifier from its text.
     *
     * @throws io.orgstead.domain.failure.InvalidValueException if the text is not 24 lower-case hexadecimal digits
     */
    public AdminId {
        HexId.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
