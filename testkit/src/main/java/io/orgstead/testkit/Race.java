package io.orgstead.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Lets several runners loose at the same moment, each on a thread of its own, and waits for all of them. A runner wins by
 * returning anything but {@code false}; it loses by returning {@code false}, and fails by throwing.
 *
 * @param <T> what a runner returns
 * @param results what the runners returned, in their order, without those that failed
 * @param failures what the others threw, in their order
 */
public record Race<T>(List<T> results, List<Throwable> failures) {

    /** As many runners as the contract suites use. */
    public static final int RUNNERS = 16;

    private static final long TIME_LIMIT_SECONDS = 120;

    /**
     * The outcome of a race.
     *
     * @throws NullPointerException if a list or something in it is null
     */
    public Race {
        results = List.copyOf(results);
        failures = List.copyOf(failures);
    }

    /**
     * A race of {@value #RUNNERS} runners.
     *
     * @param <T> what a runner returns
     * @param runner makes the runner of a number from 0
     * @return the outcome
     */
    public static <T> Race<T> of(IntFunction<Callable<T>> runner) {
        return between(IntStream.range(0, RUNNERS).mapToObj(runner).toList());
    }

    /**
     * A race of given runners. A runner that has not ended after {@value #TIME_LIMIT_SECONDS} seconds counts as failed,
     * with a {@link TimeoutException}, and is interrupted.
     *
     * @param <T> what a runner returns
     * @param runners what each thread runs; must not return null
     * @return the outcome
     */
    public static <T> Race<T> between(List<? extends Callable<T>> runners) {
        CountDownLatch ready = new CountDownLatch(runners.size());
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(runners.size());
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> runner : runners) {
                running.add(threads.submit(() -> {
                    ready.countDown();
                    go.await();
                    return Objects.requireNonNull(runner.call(), "a runner returned null");
                }));
            }
            ready.await();
            go.countDown();
            return finish(running);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in the middle of a race", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> Race<T> finish(List<Future<T>> running) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIME_LIMIT_SECONDS);
        List<T> results = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        for (Future<T> runner : running) {
            try {
                results.add(runner.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS));
            } catch (ExecutionException e) {
                failures.add(Objects.requireNonNullElse(e.getCause(), e));
            } catch (TimeoutException e) {
                failures.add(e);
            }
        }
        return new Race<>(results, failures);
    }

    /**
     * What the winners returned.
     *
     * @return the results other than {@code false}
     */
    public List<T> winners() {
        return results.stream().filter(result -> !Boolean.FALSE.equals(result)).toList();
    }

    /**
     * How many lost without failing.
     *
     * @return the number of {@code false} among the results
     */
    public int losers() {
        return results.size() - winners().size();
    }
}
