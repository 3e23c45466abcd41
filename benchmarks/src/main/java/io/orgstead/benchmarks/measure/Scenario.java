package io.orgstead.benchmarks.measure;

import io.orgstead.benchmarks.process.Watched;
import java.util.Optional;

/**
 * What is measured.
 *
 * @param name for the reader
 * @param connections how many threads call at once
 * @param pauseMillis each thread rests up to so long before each call; 0 for one call right after another
 * @param expected the status of a call that succeeded
 * @param process whose processor time and memory count
 * @param calls what each thread does
 * @param meanwhile what else is going on, which is not measured
 */
public record Scenario(
        String name,
        int connections,
        int pauseMillis,
        int expected,
        Watched process,
        Calls calls,
        Optional<Scenario> meanwhile) {

    /** A scenario without rests, and with nothing else going on. */
    public static Scenario of(String name, int connections, int expected, Watched process, Calls calls) {
        return new Scenario(name, connections, 0, expected, process, calls, Optional.empty());
    }

    /** The same under another name. */
    public Scenario named(String newName) {
        return new Scenario(newName, connections, pauseMillis, expected, process, calls, meanwhile);
    }

    /** The same with rests. */
    public Scenario paused(int millis) {
        return new Scenario(name, connections, millis, expected, process, calls, meanwhile);
    }

    /** The same under another name while something else is going on. */
    public Scenario during(Scenario other, String newName) {
        return new Scenario(newName, connections, pauseMillis, expected, process, calls, Optional.of(other));
    }
}
