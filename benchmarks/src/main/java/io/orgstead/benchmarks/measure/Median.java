package io.orgstead.benchmarks.measure;

import java.util.Arrays;

/** The middle of some numbers. */
public final class Median {

    private Median() {}

    /**
     * The middle one of an odd number of them, between the middle two of an even number.
     *
     * @param numbers at least one
     */
    public static double of(double... numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
