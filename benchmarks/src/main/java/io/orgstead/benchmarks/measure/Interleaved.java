package io.orgstead.benchmarks.measure;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs scenarios in turns, a round each, again and again, so that what else the machine does meets all of them. */
public final class Interleaved {

    private final Duration warmUp;
    private final Duration length;
    private final int rounds;

    /**
     * How long.
     *
     * @param warmUp each scenario goes for so long before anything counts
     * @param length of a round
     * @param rounds of each scenario
     */
    public Interleaved(Duration warmUp, Duration length, int rounds) {
        this.warmUp = warmUp;
        this.length = length;
        this.rounds = rounds;
    }

    /** The figures of each, by its name, in the same order. */
    public Map<String, Figures> run(List<Scenario> scenarios) throws IOException, InterruptedException {
        Map<Scenario, List<Sample>> samples = new LinkedHashMap<>();
        for (Scenario scenario : scenarios) {
            samples.put(scenario, new ArrayList<>());
            Round.run(scenario, warmUp);
        }
        for (int i = 0; i < rounds; i++) {
            for (Scenario scenario : scenarios) {
                samples.computeIfAbsent(scenario, unseen -> new ArrayList<>()).add(Round.run(scenario, length));
            }
        }
        Map<String, Figures> figures = new LinkedHashMap<>();
        samples.forEach((scenario, seen) -> figures.put(scenario.name(), Figures.of(scenario, seen)));
        return figures;
    }
}
