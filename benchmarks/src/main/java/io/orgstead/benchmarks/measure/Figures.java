package io.orgstead.benchmarks.measure;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a scenario's rounds gave: each figure is the median of the rounds.
 *
 * @param name the scenario's
 * @param connections the scenario's
 * @param perSecond calls a second
 * @param p50 milliseconds
 * @param p95 milliseconds
 * @param p99 milliseconds
 * @param errors of all rounds together
 * @param processorMillis of the process, for each call
 * @param residentMib memory of the process
 */
public record Figures(
        String name,
        int connections,
        double perSecond,
        double p50,
        double p95,
        double p99,
        long errors,
        double processorMillis,
        double residentMib) {

    /** The figures of a scenario. */
    static Figures of(Scenario scenario, List<Sample> rounds) {
        return new Figures(
                scenario.name(),
                scenario.connections(),
                median(rounds, Sample::perSecond),
                median(rounds, sample -> sample.millis(50)),
                median(rounds, sample -> sample.millis(95)),
                median(rounds, sample -> sample.millis(99)),
                rounds.stream().mapToLong(Sample::errors).sum(),
                median(rounds, Sample::processorMillisPerCall),
                median(rounds, Sample::residentMib));
    }

    private static double median(List<Sample> rounds, ToDoubleFunction<Sample> figure) {
        return Median.of(rounds.stream().mapToDouble(figure).toArray());
    }
}
