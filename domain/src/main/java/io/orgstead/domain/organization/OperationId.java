package io.orgstead.domain.organization;

/**
 * Identifies one run of one change, so that whoever finds it interrupted can tell whether it took effect.
 *
 * @param value 24 lower-case hexadecimal digits, the text form of an ObjectId
 */
public record OperationId(String value) {

    /**
     * An identifier from its text.
     *
     * @throws io.orgstead.domain.failure.InvalidValueException if the text is not 24 lower-case hexadecimal digits
     */
    public OperationId {
        HexId.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
