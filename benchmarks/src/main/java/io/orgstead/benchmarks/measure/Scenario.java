package io.orgstead.benchmarks.measure;

import io.orgstead.benchmarks.process.Watched;

/**
 * What is measured.
 *
 * @param name for the reader
 * @param connections how many threads call at once
 * @param pauseMillis each thread rests up to so long before each call; 0 for one call right after another
 * @param expected the status of a call that succeeded
 * @param process whose processor time and memory count
 * @param calls what each thread does
 */
public record Scenario(String name, int connections, int pauseMillis, int expected, Watched process, Calls calls) {

    /** A scenario without rests. */
    public static Scenario of(String name, int connections, int expected, Watched process, Calls calls) {
        return new Scenario(name, connections, 0, expected, process, calls);
    }

    /** The same with rests. */
    public Scenario paused(int millis) {
        return new Scenario(name, connections, millis, expected, process, calls);
    }
}
