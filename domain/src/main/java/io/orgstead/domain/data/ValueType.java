package io.orgstead.domain.data;

import java.util.Arrays;
import java.util.Optional;

/** The types of BSON, with the numbers and aliases that MongoDB's {@code $type} knows. */
public enum ValueType {
    /** Compares below everything. */
    MIN_KEY(-1, "minKey"),
    /** 64-bit binary floating point. */
    DOUBLE(1, "double"),
    /** Text. */
    STRING(2, "string"),
    /** A document. */
    OBJECT(3, "object"),
    /** A list. */
    ARRAY(4, "array"),
    /** Bytes. */
    BINARY(5, "binData"),
    /** Given up by BSON; never stored here. */
    UNDEFINED(6, "undefined"),
    /** 12 bytes. */
    OBJECT_ID(7, "objectId"),
    /** True or false. */
    BOOL(8, "bool"),
    /** Milliseconds since 1970. */
    DATE(9, "date"),
    /** Null. */
    NULL(10, "null"),
    /** A regular expression as data. */
    REGEX(11, "regex"),
    /** Given up by BSON; never stored here. */
    DB_POINTER(12, "dbPointer"),
    /** Code; never stored here. */
    JAVASCRIPT(13, "javascript"),
    /** Given up by BSON; never stored here. */
    SYMBOL(14, "symbol"),
    /** Code; never stored here. */
    JAVASCRIPT_WITH_SCOPE(15, "javascriptWithScope"),
    /** 32-bit integer. */
    INT(16, "int"),
    /** MongoDB's own time stamp. */
    TIMESTAMP(17, "timestamp"),
    /** 64-bit integer. */
    LONG(18, "long"),
    /** 128-bit decimal floating point. */
    DECIMAL(19, "decimal"),
    /** Compares above everything. */
    MAX_KEY(127, "maxKey");

    private final int number;
    private final String alias;

    ValueType(int number, String alias) {
        this.number = number;
        this.alias = alias;
    }

    /**
     * The number that stands for it in BSON and in {@code $type}.
     *
     * @return -1 for {@link #MIN_KEY}
     */
    public int number() {
        return number;
    }

    /**
     * The name that stands for it in {@code $type}.
     *
     * @return such as {@code objectId}
     */
    public String alias() {
        return alias;
    }

    /**
     * Whether it is a number.
     *
     * @return true for the four that {@code $type: "number"} means
     */
    public boolean isNumber() {
        return this == DOUBLE || this == INT || this == LONG || this == DECIMAL;
    }

    /**
     * Finds a type by its number.
     *
     * @param number as in {@code $type}
     * @return empty if none has it
     */
    public static Optional<ValueType> ofNumber(int number) {
        return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
    }

    /**
     * Finds a type by its alias.
     *
     * @param alias as in {@code $type}; {@code number} is none of a single type
     * @return empty if none has it
     */
    public static Optional<ValueType> ofAlias(String alias) {
        return Arrays.stream(values()).filter(type -> type.alias.equals(alias)).findFirst();
    }
}
