package io.orgstead.domain.data;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Bytes that do not change. */
public final class Bytes {

    /** One character for each, from 0 to 255: an array could be changed. */
    private final String content;

    private Bytes(byte[] bytes) {
        this.content = new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /**
     * Takes a copy.
     *
     * @param bytes the bytes
     * @return them
     */
    public static Bytes of(byte[] bytes) {
        return new Bytes(bytes);
    }

    /**
     * Reads base64 (RFC 4648, section 4), with padding.
     *
     * @param base64 the text
     * @return the bytes
     * @throws IllegalArgumentException if it is not base64
     */
    public static Bytes ofBase64(String base64) {
        return new Bytes(Base64.getDecoder().decode(base64));
    }

    /**
     * How many there are.
     *
     * @return 0 or more
     */
    public int length() {
        return content.length();
    }

    /**
     * Gives a copy.
     *
     * @return an array of the caller's own
     */
    public byte[] toArray() {
        return content.getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * Writes base64 with padding.
     *
     * @return the text
     */
    public String toBase64() {
        return Base64.getEncoder().encodeToString(toArray());
    }

    /**
     * Compares byte by byte, each as a number from 0 to 255; MongoDB compares the lengths first, and so does
     * {@link ValueOrder}.
     *
     * @param other the others
     * @return as a comparator does
     */
    public int compareContent(Bytes other) {
        return content.compareTo(other.content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && content.equals(bytes.content);
    }

    @Override
    public int hashCode() {
        return content.hashCode();
    }

    @Override
    public String toString() {
        return content.length() + " bytes";
    }
}
