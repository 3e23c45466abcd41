package io.orgstead.bootstrap;

/** Numbers of things, for a person. */
final class Counted {

    private Counted() {}

    static String organizations(long count) {
        return of(count, "organization");
    }

    static String documents(long count) {
        return of(count, "document");
    }

    private static String of(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
