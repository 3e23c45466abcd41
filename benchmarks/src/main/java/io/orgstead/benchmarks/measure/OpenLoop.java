package io.orgstead.benchmarks.measure;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Makes a scenario's calls at a rate, whether or not earlier ones have been answered. What a call takes counts from when it was
 * due, so that a server which stands still does not stop the clock as well.
 */
public final class OpenLoop {

    private static final int LEAD_PART = 5;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Scenario scenario;
    private final double stepNanos;
    private final long start;
    private final long begin;
    private final long end;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();

    private OpenLoop(Scenario scenario, double perSecond, Duration length) {
        this.scenario = scenario;
        this.stepNanos = NANOS_PER_SECOND / perSecond;
        this.start = System.nanoTime();
        this.begin = start + length.toNanos() / LEAD_PART;
        this.end = begin + length.toNanos();
    }

    /**
     * Runs it.
     *
     * @param perSecond how many calls are due a second
     * @param length the time in which calls count, after a lead of a fifth of it
     */
    public static Sample run(Scenario scenario, double perSecond, Duration length)
            throws IOException, InterruptedException {
        return new OpenLoop(scenario, perSecond, length).run();
    }

    private Sample run() throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(scenario.connections());
        try {
            double processorBefore = scenario.process().processorMillis();
            List<Future<Histogram>> callers = new ArrayList<>();
            for (int i = 0; i < scenario.connections(); i++) {
                callers.add(threads.submit(this::call));
            }
            Histogram all = Latencies.empty();
            for (Future<Histogram> caller : callers) {
                all.add(caller.get());
            }
            double processor = scenario.process().processorMillis() - processorBefore;
            return new Sample(
                    all,
                    errors.get(),
                    (end - begin) / NANOS_PER_SECOND,
                    processor,
                    scenario.process().residentMib());
        } catch (ExecutionException e) {
            throw new IOException(scenario.name() + " failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private Histogram call() throws IOException {
        Histogram nanos = Latencies.empty();
        try (Call call = scenario.calls().open()) {
            while (true) {
                long due = start + Math.round(next.getAndIncrement() * stepNanos);
                if (due >= end) {
                    return nanos;
                }
                for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
                    LockSupport.parkNanos(due - now);
                }
                boolean succeeded = Round.succeeds(call, scenario.expected());
                if (due >= begin) {
                    Latencies.add(nanos, System.nanoTime() - due);
                    errors.addAndGet(succeeded ? 0 : 1);
                }
            }
        }
    }
}
