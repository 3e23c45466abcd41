package io.orgstead.domain.data;

/** A name in a path that may also be a place in an array. */
final class ArrayPlace {

    private static final int MOST_DIGITS = 9;

    private ArrayPlace() {}

    /** The place, counted from zero; -1 if the name is no number as it is usually written. */
    static int of(String name) {
        boolean usual = name.equals("0") || (!name.isEmpty() && name.charAt(0) != '0');
        if (!usual || name.length() > MOST_DIGITS || !name.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        return Integer.parseInt(name);
    }
}
