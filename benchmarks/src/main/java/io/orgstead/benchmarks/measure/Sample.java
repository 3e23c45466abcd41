package io.orgstead.benchmarks.measure;

import org.HdrHistogram.Histogram;

/**
 * What one round gave.
 *
 * @param nanos what the calls took that ended within the round, failed ones included
 * @param errors how many of them failed
 * @param seconds how long the round was
 * @param processorMillis what the process that was watched used meanwhile
 * @param residentMib its memory at the end
 */
public record Sample(Histogram nanos, long errors, double seconds, double processorMillis, double residentMib) {

    /** How many calls ended a second. */
    public double perSecond() {
        return nanos.getTotalCount() / seconds;
    }

    /** What a call took that is slower than this percentage of all, in milliseconds. */
    public double millis(double percentile) {
        return Latencies.millis(nanos, percentile);
    }

    /** Processor time of the process for each call, in milliseconds. */
    public double processorMillisPerCall() {
        return nanos.getTotalCount() == 0 ? 0 : processorMillis / nanos.getTotalCount();
    }
}
