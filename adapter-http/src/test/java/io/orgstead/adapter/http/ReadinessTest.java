package io.orgstead.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.application.usecase.CheckHealth;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);
    private final Queue<Runnable> started = new ArrayDeque<>();
    private final Readiness readiness = new Readiness(
            () -> new CheckHealth.Report(Map.of("store", looks.incrementAndGet() % 2 == 1)), started::add, nanos::get);

    @Test
    void allWhoAskDuringALookGetWhatItFinds() {
        CompletableFuture<CheckHealth.Report> first = readiness.report();
        nanos.addAndGet(Readiness.KEPT.toNanos() * 5);
        CompletableFuture<CheckHealth.Report> second = readiness.report();
        assertThat(first).isNotDone();

        run();

        assertThat(first.join().isHealthy()).isTrue();
        assertThat(second.join()).isSameAs(first.join());
        assertThat(looks).hasValue(1);
    }

    @Test
    void whatWasFoundIsKeptForASecondAndNoLonger() {
        CompletableFuture<CheckHealth.Report> found = readiness.report();
        run();
        assertThat(found).isDone();

        nanos.addAndGet(Readiness.KEPT.toNanos() - 1);
        assertThat(readiness.report().join().isHealthy()).isTrue();
        nanos.addAndGet(1);
        CompletableFuture<CheckHealth.Report> next = readiness.report();
        run();
        assertThat(next.join().isHealthy()).isFalse();
    }

    @Test
    void whoGivesUpWaitingTakesNothingFromTheOthers() {
        CompletableFuture<CheckHealth.Report> impatient = readiness.report();
        CompletableFuture<CheckHealth.Report> patient = readiness.report();
        impatient.cancel(true);

        run();

        assertThat(patient.join().isHealthy()).isTrue();
    }

    @Test
    void aLookThatFailsIsTriedAgainAfterASecond() {
        AtomicInteger tries = new AtomicInteger();
        Readiness failing = new Readiness(
                () -> {
                    tries.incrementAndGet();
                    throw new IllegalStateException("boom");
                },
                Runnable::run,
                nanos::get);

        assertThatThrownBy(failing.report()::join).hasRootCauseMessage("boom");
        assertThatThrownBy(failing.report()::join).hasRootCauseMessage("boom");
        assertThat(tries).hasValue(1);
        nanos.addAndGet(Readiness.KEPT.toNanos());
        assertThatThrownBy(failing.report()::join).hasRootCauseMessage("boom");
        assertThat(tries).hasValue(2);
    }

    private void run() {
        while (!started.isEmpty()) {
            started.remove().run();
        }
    }
}
