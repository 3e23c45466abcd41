package io.orgstead.benchmarks.measure;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs scenarios in turns, a round each, again and again, so that what else the machine does meets all of them. */
public final class Interleaved {

    /** After so many calls a JVM has compiled what they go through, */
    private static final long WARM_CALLS = 20_000;

    /** or after so many rounds nobody waits for that any longer. */
    private static final int WARM_ROUNDS = 6;

    private final Duration length;
    private final int rounds;
    private final int warmRounds;

    private Interleaved(Duration length, int rounds, int warmRounds) {
        this.length = length;
        this.rounds = rounds;
        this.warmRounds = warmRounds;
    }

    /**
     * For calls that take little: they go on for some rounds before anything counts.
     *
     * @param length of a round
     * @param rounds of each scenario
     */
    public static Interleaved ofQuickCalls(Duration length, int rounds) {
        return new Interleaved(length, rounds, WARM_ROUNDS);
    }

    /**
     * For calls that take long whatever the JVM does: a round goes before those that count.
     *
     * @param length of a round
     * @param rounds of each scenario
     */
    public static Interleaved ofSlowCalls(Duration length, int rounds) {
        return new Interleaved(length, rounds, 1);
    }

    /** The figures of each, by its name, in the same order. */
    public Map<String, Figures> run(List<Scenario> scenarios) throws IOException, InterruptedException {
        warmUp(scenarios);
        List<List<Sample>> samples = new ArrayList<>();
        scenarios.forEach(scenario -> samples.add(new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < scenarios.size(); i++) {
                samples.get(i).add(Round.run(scenarios.get(i), length));
            }
        }
        Map<String, Figures> figures = new LinkedHashMap<>();
        for (int i = 0; i < scenarios.size(); i++) {
            figures.put(scenarios.get(i).name(), Figures.of(scenarios.get(i), samples.get(i)));
        }
        return figures;
    }

    /** Lets the scenarios go on for a while, for nothing. */
    public void warmUp(List<Scenario> scenarios) throws IOException, InterruptedException {
        for (Scenario scenario : scenarios) {
            warmUp(scenario);
        }
    }

    private void warmUp(Scenario scenario) throws IOException, InterruptedException {
        long calls = 0;
        for (int round = 0; round < warmRounds && calls < WARM_CALLS; round++) {
            calls += Round.run(scenario, length).nanos().getTotalCount();
        }
    }
}
