package io.orgstead.benchmarks.measure;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.HdrHistogram.Histogram;

/**
 * Makes a scenario's calls for some time. Those count that end within a window which has calls on both its sides, so that it is
 * as busy at its edges as in its middle.
 */
public final class Round {

    /** The part of the round that goes before the window. */
    private static final int LEAD_PART = 5;

    private static final double NANOS_PER_SECOND = 1e9;

    private final Scenario scenario;
    private final long begin;
    private final long end;

    private Round(Scenario scenario, Duration length) {
        this.scenario = scenario;
        this.begin = System.nanoTime() + length.toNanos() / LEAD_PART;
        this.end = begin + length.toNanos();
    }

    private record Seen(Histogram nanos, long errors) {}

    /**
     * Runs it. When this returns, no call is under way any more.
     *
     * @param length the window's
     */
    public static Sample run(Scenario scenario, Duration length) throws IOException, InterruptedException {
        return new Round(scenario, length).run();
    }

    private Sample run() throws IOException, InterruptedException {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Future<Seen>> others =
                    scenario.meanwhile().map(other -> start(threads, other)).orElseGet(List::of);
            List<Future<Seen>> callers = start(threads, scenario);
            sleepUntil(begin);
            double processorBefore = scenario.process().processorMillis();
            sleepUntil(end);
            double processor = scenario.process().processorMillis() - processorBefore;
            double resident = scenario.process().residentMib();
            Seen seen = join(callers);
            join(others);
            return new Sample(seen.nanos(), seen.errors(), (end - begin) / NANOS_PER_SECOND, processor, resident);
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Future<Seen>> start(ExecutorService threads, Scenario started) {
        List<Future<Seen>> callers = new ArrayList<>();
        for (int i = 0; i < started.connections(); i++) {
            callers.add(threads.submit(() -> call(started)));
        }
        return callers;
    }

    private Seen join(List<Future<Seen>> callers) throws IOException, InterruptedException {
        Histogram all = Latencies.empty();
        long errors = 0;
        for (Future<Seen> caller : callers) {
            try {
                Seen seen = caller.get();
                all.add(seen.nanos());
                errors += seen.errors();
            } catch (ExecutionException e) {
                throw new IOException(scenario.name() + " failed", e.getCause());
            }
        }
        return new Seen(all, errors);
    }

    private Seen call(Scenario called) throws IOException, InterruptedException {
        Histogram nanos = Latencies.empty();
        long errors = 0;
        try (Call call = called.calls().open()) {
            while (true) {
                rest(called.pauseMillis());
                long asked = System.nanoTime();
                boolean succeeded = succeeds(call, called.expected());
                long done = System.nanoTime();
                if (done >= end) {
                    return new Seen(nanos, errors);
                }
                if (done >= begin) {
                    Latencies.add(nanos, done - asked);
                    errors += succeeded ? 0 : 1;
                }
            }
        }
    }

    static boolean succeeds(Call call, int expected) {
        try {
            return call.make() == expected;
        } catch (IOException e) {
            return false;
        }
    }

    private static void rest(int most) throws InterruptedException {
        if (most > 0) {
            Thread.sleep(ThreadLocalRandom.current().nextInt(most + 1));
        }
    }

    private static void sleepUntil(long nanoTime) throws InterruptedException {
        Thread.sleep(Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime())).toMillis());
    }
}
