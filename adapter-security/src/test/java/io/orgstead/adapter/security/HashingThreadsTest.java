package io.orgstead.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.orgstead.domain.failure.OverloadedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HashingThreadsTest {

    private final HashingThreads threads = new HashingThreads(1, 1);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        goOn.countDown();
        threads.close();
    }

    @Test
    void givesTheResult() {
        assertThat(threads.run(() -> "done")).isEqualTo("done");
    }

    @Test
    void runsOnDaemonsWithANameAndWithoutTheCallersClassLoader() {
        Thread thread = threads.run(Thread::currentThread);

        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.getName()).isEqualTo("orgstead-hashing-1");
        assertThat(thread.getContextClassLoader()).isNotEqualTo(getClass().getClassLoader());
    }

    @Test
    void refusesAtOnceWhatIsBeyondTheQueue() throws InterruptedException {
        CompletableFuture<String> running = occupyTheThread();
        CompletableFuture<String> waiting = occupyTheQueue();

        assertThatExceptionOfType(OverloadedException.class).isThrownBy(() -> threads.run(() -> "too much"));

        goOn.countDown();
        assertThat(running.join()).isEqualTo("running");
        assertThat(waiting.join()).isEqualTo("waiting");
        assertThat(threads.run(() -> "again")).isEqualTo("again");
    }

    @Test
    void anInterruptedCallerGivesUpItsPlaceAndStaysInterrupted() throws InterruptedException {
        CompletableFuture<String> running = occupyTheThread();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicBoolean interrupted = new AtomicBoolean();
        AtomicBoolean worked = new AtomicBoolean();
        Thread caller = new Thread(() -> {
            try {
                threads.run(() -> worked.getAndSet(true));
            } catch (OverloadedException e) {
                thrown.set(e);
                interrupted.set(Thread.currentThread().isInterrupted());
            }
        });
        caller.start();
        await().until(() -> threads.waiting() == 1);

        caller.interrupt();
        caller.join();

        assertThat(thrown.get()).isInstanceOf(OverloadedException.class);
        assertThat(interrupted).isTrue();
        assertThat(threads.waiting()).isZero();
        goOn.countDown();
        running.join();
        assertThat(worked).isFalse();
    }

    @Test
    void closingRefusesWhoWaitsAndWhoComes() throws InterruptedException {
        CompletableFuture<String> running = occupyTheThread();
        CompletableFuture<String> waiting = occupyTheQueue();

        threads.close();
        threads.close();

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(waiting::join)
                .withCauseInstanceOf(OverloadedException.class);
        assertThatExceptionOfType(OverloadedException.class).isThrownBy(() -> threads.run(() -> "late"));
        goOn.countDown();
        assertThatExceptionOfType(CompletionException.class)
                .as("the test's work is interruptible, unlike a hash: it is a defect of the work")
                .isThrownBy(running::join)
                .withCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFailureOfTheWorkIsADefect() {
        IllegalArgumentException defect = new IllegalArgumentException("defect");

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> threads.run(() -> {
                    throw defect;
                }))
                .withCause(defect);
    }

    private CompletableFuture<String> occupyTheThread() throws InterruptedException {
        CompletableFuture<String> running = CompletableFuture.supplyAsync(
                () -> threads.run(() -> {
                    begun.countDown();
                    goOn.await();
                    return "running";
                }),
                HashingThreadsTest::onItsOwnThread);
        begun.await();
        return running;
    }

    private CompletableFuture<String> occupyTheQueue() {
        CompletableFuture<String> waiting =
                CompletableFuture.supplyAsync(() -> threads.run(() -> "waiting"), HashingThreadsTest::onItsOwnThread);
        await().until(() -> threads.waiting() == 1);
        return waiting;
    }

    private static void onItsOwnThread(Runnable caller) {
        Thread thread = new Thread(caller);
        thread.setDaemon(true);
        thread.start();
    }
}
