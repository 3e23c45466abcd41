package io.orgstead.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.application.usecase.WriteGate;
import io.orgstead.domain.failure.NotFoundException;
import io.orgstead.domain.failure.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WriteGateTest {

    /** A port. Public, as ports are. */
    public interface Port {

        int findOne();

        int listAll();

        int countAll();

        int scanAll();

        int usageOf();

        int isThere();

        int change();
    }

    private final WriteGate gate = new WriteGate();
    private Runnable changing = () -> {};
    private final Port port = gate.before(Port.class, new Port() {
        @Override
        public int findOne() {
            return 1;
        }

        @Override
        public int listAll() {
            return 2;
        }

        @Override
        public int countAll() {
            return 3;
        }

        @Override
        public int scanAll() {
            return 4;
        }

        @Override
        public int usageOf() {
            return 5;
        }

        @Override
        public int isThere() {
            return 6;
        }

        @Override
        public int change() {
            changing.run();
            return 7;
        }

        @Override
        public String toString() {
            return "the port";
        }
    });

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readingGoesOn(boolean closed) {
        if (closed) {
            gate.close(Duration.ofSeconds(1));
        }
        assertThat(new int[] {
                    port.findOne(), port.listAll(), port.countAll(), port.scanAll(), port.usageOf(), port.isThere()
                })
                .containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(port).hasToString("the port");
    }

    @Test
    void changesAreKeptOutWhileItIsClosed() {
        assertThat(port.change()).isEqualTo(7);
        gate.close(Duration.ofSeconds(1));
        assertThatThrownBy(port::change).isInstanceOf(StoreUnavailableException.class);
        gate.open();
        assertThat(port.change()).isEqualTo(7);
    }

    @Test
    void whatThePortThrowsComesThrough() {
        changing = () -> {
            throw new NotFoundException();
        };
        assertThatThrownBy(port::change).isInstanceOf(NotFoundException.class);
    }

    @Test
    void waitsForChangesUnderWayButNotForEver() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Integer> change = changeUnderWayUntil(end);

        assertThatThrownBy(() -> gate.close(Duration.ofMillis(1))).isInstanceOf(StoreUnavailableException.class);
        end.countDown();
        assertThat(change.get()).isEqualTo(7);
        assertThat(port.change()).as("open still").isEqualTo(7);
        gate.close(Duration.ofSeconds(10));
        assertThatThrownBy(port::change).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void whoIsInterruptedWhileWaitingLeavesItOpen() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Integer> change = changeUnderWayUntil(end);

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> gate.close(Duration.ofMinutes(1))).isInstanceOf(StoreUnavailableException.class);
        assertThat(Thread.interrupted()).isTrue();
        end.countDown();
        assertThat(change.get()).isEqualTo(7);
        assertThat(port.change()).isEqualTo(7);
    }

    private CompletableFuture<Integer> changeUnderWayUntil(CountDownLatch end) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        changing = () -> {
            begun.countDown();
            awaitUninterrupted(end);
        };
        CompletableFuture<Integer> change = CompletableFuture.supplyAsync(port::change);
        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
        return change;
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
