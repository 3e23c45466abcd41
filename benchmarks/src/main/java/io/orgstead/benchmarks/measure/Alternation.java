package io.orgstead.benchmarks.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Makes single calls in turns, one after another, each time beginning with the next one, to compare what they take. */
public final class Alternation {

    private final int warmUps;
    private final int repeats;

    /**
     * How often.
     *
     * @param warmUps each is made so often before anything counts
     * @param repeats and then so often
     */
    public Alternation(int warmUps, int repeats) {
        this.warmUps = warmUps;
        this.repeats = repeats;
    }

    /**
     * One of the calls.
     *
     * @param name for the reader
     * @param expected the status it must have
     * @param calls makes it
     */
    public record Step(String name, int expected, Calls calls) {}

    private record Open(Step step, Call call, Histogram nanos) {}

    /**
     * What they take, in nanoseconds, by their names in the same order.
     *
     * @throws IOException if one has another status than expected
     */
    public Map<String, Histogram> run(List<Step> steps) throws IOException {
        List<Open> opened = new ArrayList<>();
        try {
            for (Step step : steps) {
                opened.add(new Open(step, step.calls().open(), Latencies.empty()));
            }
            for (int i = 0; i < warmUps + repeats; i++) {
                if (i == warmUps) {
                    opened.forEach(open -> open.nanos().reset());
                }
                for (int turn = 0; turn < opened.size(); turn++) {
                    make(opened.get((i + turn) % opened.size()));
                }
            }
        } finally {
            for (Open open : opened) {
                open.call().close();
            }
        }
        Map<String, Histogram> taken = new LinkedHashMap<>();
        opened.forEach(open -> taken.put(open.step().name(), open.nanos()));
        return taken;
    }

    private static void make(Open open) throws IOException {
        long begin = System.nanoTime();
        int status = open.call().make();
        Latencies.add(open.nanos(), System.nanoTime() - begin);
        if (status != open.step().expected()) {
            throw new IOException(open.step().name() + " had status " + status);
        }
    }
}
