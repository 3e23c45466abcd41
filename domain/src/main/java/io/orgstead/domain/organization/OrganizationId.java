package io.orgstead.domain.organization;

/**
 * Identifies one organization for good: it survives a rename, and is never used again after a deletion.
 *
 * @param value 24 lower-case hexadecimal digits, the text form of an ObjectId
 */
public record OrganizationId(String value) {

    /**
     * An identifier from its text.
     *
     * @throws io.orgstead.domain.failure.InvalidValueException if the text is not 24 lower-case hexadecimal digits
     */
    public OrganizationId {
        HexId.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
