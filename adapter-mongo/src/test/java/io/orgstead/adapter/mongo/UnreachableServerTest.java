package io.orgstead.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Organization;
import io.orgstead.testkit.Race;
import io.orgstead.testkit.Samples;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However the server goes missing, every call ends in time, as the port says, and works again when it is back. */
class UnreachableServerTest {

    /** The default time-out is 3 s. The rest is room for a busy machine, below what the driver left alone would take. */
    private static final Duration TIME_LIMIT = Duration.ofSeconds(30);

    /** How a server goes missing. */
    enum Outage {
        FROZEN,
        CRASHED
    }

    @RegisterExtension
    final FreshDatabase fresh = new FreshDatabase();

    private final Samples samples = new Samples();
    private final Relay relay = new Relay();

    @AfterEach
    void closeRelay() {
        relay.close();
    }

    private static Throwable failureInTime(ThrowingCallable call) {
        long start = System.nanoTime();
        Throwable failure = catchThrowable(call);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIME_LIMIT);
        return failure;
    }

    private static void assertUnavailableInTime(ThrowingCallable call) {
        assertThat(failureInTime(call)).isInstanceOf(StoreUnavailableException.class);
    }

    private void begin(Outage outage) {
        if (outage == Outage.FROZEN) {
            relay.freeze();
        } else {
            relay.crash();
        }
    }

    private void end(Outage outage) {
        if (outage == Outage.FROZEN) {
            relay.thaw();
        } else {
            relay.restart();
        }
    }

    private MongoSettings settings(String options) {
        return MongoSettings.of(relay.uri() + options).withDatabase(fresh.name());
    }

    @Test
    void startWithNobodyListeningFailsInTimeInOneClearLine() throws IOException {
        int port;
        try (ServerSocket freed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = freed.getLocalPort();
        }
        MongoSettings settings = MongoSettings.of("mongodb://user:s3cret@127.0.0.1:" + port + "/");

        Throwable failure = failureInTime(() -> MongoAdapters.connect(settings).close());

        assertThat(failure)
                .isInstanceOf(StoreUnavailableException.class)
                .hasStackTraceContaining("MongoDB at 127.0.0.1:" + port + " does not answer");
        for (Throwable t = failure; t != null; t = t.getCause()) {
            assertThat(t.toString()).doesNotContain("s3cret");
        }
        assertThat(failure.getCause()).message().hasLineCount(1);
    }

    @Test
    void startWithAServerThatTakesConnectionsAndNeverAnswersFailsInTime() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            MongoSettings settings = MongoSettings.of("mongodb://127.0.0.1:" + silent.getLocalPort() + "/");

            assertUnavailableInTime(() -> MongoAdapters.connect(settings).close());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyCallFailsInTimeDuringAnOutageAndWorksAfterIt(Outage outage) {
        try (MongoAdapters adapters = MongoAdapters.connect(settings(""))) {
            Organization organization = samples.provisioning(samples.name());
            adapters.organizations().add(organization);
            List<ThrowingCallable> calls = List.of(
                    () -> adapters.organizations().findById(organization.id()),
                    () -> adapters.organizations().replace(organization.settled()),
                    () -> adapters.admins().add(samples.admin()),
                    () -> adapters.admins().findLeasedBefore(Instant.MAX, 10),
                    () -> adapters.tenantCollections().stage(samples.marker(), IsolationModel.COLLECTION),
                    () -> adapters.tenantCollections()
                            .rename(
                                    new CollectionName("org_a"),
                                    new CollectionIncarnation("0".repeat(32)),
                                    new CollectionName("org_b")),
                    () -> adapters.tenantCollections().findStaged(10),
                    () -> adapters.healthProbe().check());

            begin(outage);
            Race<Boolean> race = Race.between(calls.stream()
                    .map(call -> (java.util.concurrent.Callable<Boolean>) () -> {
                        assertUnavailableInTime(call);
                        return true;
                    })
                    .toList());
            end(outage);

            assertThat(race.failures()).isEmpty();
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptionsInstanceOf(StoreUnavailableException.class)
                    .untilAsserted(() -> adapters.healthProbe().check());
            assertThat(adapters.organizations().findById(organization.id())).isPresent();
        }
    }

    @Test
    void callsThatFindNoFreeConnectionFailInTime() {
        try (MongoAdapters adapters = MongoAdapters.connect(settings("&maxPoolSize=1"))) {
            relay.freeze();

            Race<Boolean> race = Race.of(runner -> () -> {
                assertUnavailableInTime(() -> adapters.admins().findByEmail(samples.email()));
                return true;
            });

            assertThat(race.failures()).isEmpty();
        }
    }

    @Test
    void interruptedCallFailsAndStaysInterrupted() {
        MongoAdapters adapters = fresh.connect();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> adapters.tenantCollections().findStaged(1))
                .isInstanceOf(StoreUnavailableException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(adapters.tenantCollections().findStaged(1)).isEmpty();
    }

    @Test
    void closedAdaptersFailAsUnavailable() {
        MongoAdapters adapters = fresh.connect();
        adapters.close();
        adapters.close();

        assertThatThrownBy(() -> adapters.organizations().findByName(samples.name()))
                .isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> adapters.tenantCollections().discardStaged(samples.organizationId()))
                .isInstanceOf(StoreUnavailableException.class);
    }
}
