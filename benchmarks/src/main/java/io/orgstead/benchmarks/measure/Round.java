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
     * Runs it.
     *
     * @param length the window's
     */
    public static Sample run(Scenario scenario, Duration length) throws IOException, InterruptedException {
        return new Round(scenario, length).run();
    }

    private Sample run() throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(scenario.connections());
        try {
            List<Future<Seen>> callers = new ArrayList<>();
            for (int i = 0; i < scenario.connections(); i++) {
                callers.add(threads.submit(this::call));
            }
            sleepUntil(begin);
            double processorBefore = scenario.process().processorMillis();
            sleepUntil(end);
            double processor = scenario.process().processorMillis() - processorBefore;
            double resident = scenario.process().residentMib();
            Histogram all = Latencies.empty();
            long errors = 0;
            for (Future<Seen> caller : callers) {
                Seen seen = caller.get();
                all.add(seen.nanos());
                errors += seen.errors();
            }
            return new Sample(all, errors, (end - begin) / 1e9, processor, resident);
        } catch (ExecutionException e) {
            throw new IOException(scenario.name() + " failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private Seen call() throws IOException, InterruptedException {
        Histogram nanos = Latencies.empty();
        long errors = 0;
        try (Call call = scenario.calls().open()) {
            while (true) {
                rest();
                long called = System.nanoTime();
                boolean succeeded = succeeds(call);
                long done = System.nanoTime();
                if (done >= end) {
                    return new Seen(nanos, errors);
                }
                if (done >= begin) {
                    Latencies.add(nanos, done - called);
                    errors += succeeded ? 0 : 1;
                }
            }
        }
    }

    private boolean succeeds(Call call) {
        try {
            return call.make() == scenario.expected();
        } catch (IOException e) {
            return false;
        }
    }

    private void rest() throws InterruptedException {
        if (scenario.pauseMillis() > 0) {
            Thread.sleep(ThreadLocalRandom.current().nextInt(scenario.pauseMillis() + 1));
        }
    }

    private static void sleepUntil(long nanoTime) throws InterruptedException {
        Thread.sleep(Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime())).toMillis());
    }
}
