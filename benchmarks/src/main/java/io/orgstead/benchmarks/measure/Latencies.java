package io.orgstead.benchmarks.measure;

import org.HdrHistogram.Histogram;

/** Histograms of nanoseconds, up to two minutes, exact to a thousandth. */
public final class Latencies {

    private static final long LONGEST = 120_000_000_000L;
    private static final int DIGITS = 3;
    private static final double NANOS_PER_MILLI = 1e6;

    private Latencies() {}

    /** An empty one. */
    public static Histogram empty() {
        return new Histogram(LONGEST, DIGITS);
    }

    /** What is longer than this percentage of all, in milliseconds. */
    public static double millis(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / NANOS_PER_MILLI;
    }

    /** Adds a time; one that is longer than the longest counts as that. */
    static void add(Histogram histogram, long nanos) {
        histogram.recordValue(Math.min(Math.max(nanos, 0), LONGEST));
    }
}
