package io.orgstead.benchmarks.report;

import java.util.Locale;

/**
 * Whether a target is kept.
 *
 * @param target what is aimed at
 * @param ratio what was measured
 * @param bound how far it may be
 * @param limit the bound's number
 */
public record Verdict(String target, double ratio, Bound bound, double limit) {

    /** Which side of the limit is the good one. */
    public enum Bound {
        /** The limit or more. */
        AT_LEAST,
        /** The limit or less. */
        AT_MOST
    }

    /** The measured figure must be the limit or more. */
    public static Verdict atLeast(String target, double ratio, double limit) {
        return new Verdict(target, ratio, Bound.AT_LEAST, limit);
    }

    /** The measured figure must be the limit or less. */
    public static Verdict atMost(String target, double ratio, double limit) {
        return new Verdict(target, ratio, Bound.AT_MOST, limit);
    }

    /** Whether it is; what could not be measured is not. */
    public boolean isKept() {
        return bound == Bound.AT_LEAST ? ratio >= limit : ratio <= limit;
    }

    /** The verdict as a word. */
    public String word() {
        return isKept() ? "kept" : "NOT kept";
    }

    /** The limit as a text. */
    public String limitText() {
        return String.format(Locale.ROOT, bound == Bound.AT_LEAST ? ">= %s" : "<= %s", limit);
    }
}
