package io.orgstead.adapter.security;

import io.orgstead.domain.failure.OverloadedException;
import io.orgstead.domain.observation.HashingLoad;
import io.orgstead.domain.port.HashingObserver;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs what is slow on purpose on a fixed number of threads, with a bounded number waiting, so that a storm of logins
 * takes no more of the machine than it is meant to. What is beyond the bound is refused at once.
 */
final class HashingThreads implements AutoCloseable {

    private final ThreadPoolExecutor executor;
    private final Optional<HashingObserver> observer;
    private final int queued;

    HashingThreads(int threads, int queued) {
        this(threads, queued, Optional.empty());
    }

    HashingThreads(int threads, int queued, Optional<HashingObserver> observer) {
        this.observer = observer;
        this.queued = queued;
        executor = new ThreadPoolExecutor(
                threads, threads, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(queued), new Daemons());
    }

    /** Waits for the result of the work. The work must not refuse or fail: what it throws is a defect. */
    <T> T run(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(timed(work));
        try {
            executor.execute(task);
            return task.get();
        } catch (RejectedExecutionException e) {
            observer.ifPresent(HashingObserver::refused);
            throw new OverloadedException();
        } catch (CancellationException e) {
            throw new OverloadedException();
        } catch (InterruptedException e) {
            // Nobody waits for it any more, so its place in the queue is free for others.
            executor.remove(task);
            Thread.currentThread().interrupt();
            throw new OverloadedException();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Hashing failed", e.getCause());
        }
    }

    private <T> Callable<T> timed(Callable<T> work) {
        long asked = System.nanoTime();
        return () -> {
            long begun = System.nanoTime();
            T result = work.call();
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            observer.ifPresent(watching -> watching.hashed(Duration.ofNanos(begun - asked), took));
            return result;
        };
    }

    int waiting() {
        return executor.getQueue().size();
    }

    HashingLoad load() {
        return new HashingLoad(executor.getActiveCount(), executor.getMaximumPoolSize(), waiting(), queued);
    }

    @Override
    public void close() {
        for (Runnable waiting : executor.shutdownNow()) {
            ((Future<?>) waiting).cancel(false);
        }
    }

    /** Threads that do not keep the JVM alive, nor the class loader of whichever caller came first. */
    private static final class Daemons implements ThreadFactory {

        private final AtomicInteger count = new AtomicInteger();

        @Override
        public Thread newThread(Runnable work) {
            Thread thread = new Thread(work, "orgstead-hashing-" + count.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(null);
            return thread;
        }
    }
}
