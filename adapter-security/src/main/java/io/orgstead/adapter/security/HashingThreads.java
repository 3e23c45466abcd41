package io.orgstead.adapter.security;

import io.orgstead.domain.failure.OverloadedException;
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

    HashingThreads(int threads, int queued) {
        executor = new ThreadPoolExecutor(
                threads, threads, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(queued), new Daemons());
    }

    /** Waits for the result of the work. The work must not refuse or fail: what it throws is a defect. */
    <T> T run(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        try {
            executor.execute(task);
            return task.get();
        } catch (RejectedExecutionException | CancellationException e) {
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

    int waiting() {
        return executor.getQueue().size();
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
