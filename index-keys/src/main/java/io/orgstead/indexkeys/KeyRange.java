package io.orgstead.indexkeys;

import java.util.Arrays;

/** A range of an index's entries: from some bytes on, up to but without others. Immutable. */
public final class KeyRange {

    private final String index;
    private final byte[] from;
    private final byte[] before;

    /**
     * Takes its ends.
     *
     * @param index the index's name
     * @param from the first bytes that are in it
     * @param before the first bytes behind it
     */
    public KeyRange(String index, byte[] from, byte[] before) {
        this.index = index;
        this.from = from.clone();
        this.before = before.clone();
    }

    /**
     * The index.
     *
     * @return its name
     */
    public String index() {
        return index;
    }

    /**
     * The beginning.
     *
     * @return the first bytes that are in it
     */
    public byte[] from() {
        return from.clone();
    }

    /**
     * The end.
     *
     * @return the first bytes behind it
     */
    public byte[] before() {
        return before.clone();
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
