package io.orgstead.adapter.sqlite;

import java.util.Arrays;

/** A range of an index's entries: from some bytes on, up to but without others. */
final class KeyRange {

    private final String index;
    private final byte[] from;
    private final byte[] before;

    KeyRange(String index, byte[] from, byte[] before) {
        this.index = index;
        this.from = from.clone();
        this.before = before.clone();
    }

    String index() {
        return index;
    }

    byte[] from() {
        return from.clone();
    }

    byte[] before() {
        return before.clone();
    }

    static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
