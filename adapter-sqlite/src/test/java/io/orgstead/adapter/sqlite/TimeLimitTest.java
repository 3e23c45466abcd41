package io.orgstead.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.port.Admins;
import io.orgstead.testkit.Samples;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** No call hangs, whatever it waits for. */
class TimeLimitTest {

    private static final SqliteSettings SHORT = new SqliteSettings(Duration.ofMillis(200), 2);

    /** Runs for ever. */
    private static final String ENDLESS =
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    @TempDir
    private Path folder;

    private final Samples samples = new Samples();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch finish = new CountDownLatch(1);

    @AfterEach
    void stopThreads() {
        finish.countDown();
        threads.shutdown();
    }

    private static void expectUnavailable(ThrowingCallable call) {
        long start = System.nanoTime();
        assertThatThrownBy(call).isInstanceOf(StoreUnavailableException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }

    /** On a busy machine a call may run out of its short time although nothing is in its way. */
    private static void eventually(ThrowingRunnable call) {
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(StoreUnavailableException.class)
                .untilAsserted(call);
    }

    private Admin addsAndFinds(Admins admins) {
        AtomicReference<Admin> added = new AtomicReference<>();
        eventually(() -> {
            Admin admin = samples.admin();
            admins.add(admin);
            assertThat(admins.findById(admin.id())).contains(admin);
            added.set(admin);
        });
        return Objects.requireNonNull(added.get());
    }

    @Test
    void endlessStatementsAreBrokenOffAndTheStoreGoesOn() {
        SqliteStore store = stores.in(folder, SHORT);
        SqliteAdmins admins = new SqliteAdmins(store.master());
        for (int i = 0; i < 3; i++) {
            expectUnavailable(() -> store.master().read(session -> session.ask(ENDLESS)));
            expectUnavailable(() -> store.master().write(session -> session.ask(ENDLESS)));
        }

        addsAndFinds(admins);
    }

    @Test
    void aCallThatWaitsForTheWriterGivesUp() throws Exception {
        SqliteStore store = stores.in(folder, SHORT);
        SqliteAdmins admins = new SqliteAdmins(store.master());
        Admin admin = addsAndFinds(admins);
        Future<Boolean> slow = occupy(store, true);

        expectUnavailable(() -> admins.add(samples.admin()));
        // Readers do not wait for the writer.
        eventually(() -> assertThat(admins.findById(admin.id())).contains(admin));

        finish.countDown();
        assertThat(slow.get()).isTrue();
        addsAndFinds(admins);
    }

    @Test
    void aCallThatWaitsForAReaderGivesUp() throws Exception {
        SqliteStore store = stores.in(folder, SHORT);
        SqliteAdmins admins = new SqliteAdmins(store.master());
        Future<Boolean> one = occupy(store, false);
        Future<Boolean> two = occupy(store, false);

        expectUnavailable(() -> admins.findById(samples.admin().id()));
        eventually(() -> admins.add(samples.admin()));

        finish.countDown();
        assertThat(one.get() && two.get()).isTrue();
        addsAndFinds(admins);
    }

    @Test
    void aLockOfAForeignProgramIsNotWaitedForLong() throws SQLException {
        SqliteStore store = stores.in(folder, SHORT);
        SqliteAdmins admins = new SqliteAdmins(store.master());
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("orgstead.db"));
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            expectUnavailable(() -> admins.add(samples.admin()));
            eventually(() -> assertThat(admins.findById(samples.admin().id())).isEmpty());
            statement.execute("ROLLBACK");
        }
        addsAndFinds(admins);
    }

    @Test
    void closingLetsACallEnd() throws Exception {
        SqliteStore store = stores.in(folder, new SqliteSettings(Duration.ofSeconds(20), 2));
        Future<Boolean> writing = occupy(store, true);
        Future<Boolean> reading = occupy(store, false);
        Future<?> closing = threads.submit(store::close);

        finish.countDown();
        closing.get();

        assertThat(writing.get()).isTrue();
        assertThat(reading.get()).isTrue();
        stores.in(folder);
    }

    @Test
    void aFolderInUseByACallThatDoesNotEndIsNotFreed() throws Exception {
        SqliteStore store = stores.in(folder, SHORT);
        Future<Boolean> writing = occupy(store, true);

        store.close();

        assertThatThrownBy(() -> SqliteAdapters.open(folder)).hasMessageContaining("in use in this process");
        finish.countDown();
        assertThat(writing.get()).isTrue();
    }

    /** Starts a call that goes on until told to finish, and waits until it has begun. */
    private Future<Boolean> occupy(SqliteStore store, boolean write) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Work<Boolean> work = session -> {
            begun.countDown();
            return awaitFinish();
        };
        Future<Boolean> call = threads.submit(
                () -> write ? store.master().write(work) : store.master().read(work));
        begun.await();
        return call;
    }

    private boolean awaitFinish() {
        try {
            finish.await();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
