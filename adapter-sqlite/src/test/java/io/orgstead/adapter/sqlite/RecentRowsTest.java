package io.orgstead.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.failure.StoreUnavailableException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RecentRowsTest {

    private static final String FIND = "SELECT version FROM counted WHERE id = ?";

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    @TempDir
    private Path folder;

    private final AtomicInteger searches = new AtomicInteger();
    private SqliteStore store;
    private Database database;
    private RecentRows<Long> rows;

    @BeforeEach
    void open() {
        store = stores.in(folder);
        database = store.master();
        rows = new RecentRows<>(database, row -> row.getLong(1));
        database.write(session -> {
            session.execute("CREATE TABLE counted (id TEXT PRIMARY KEY, version INTEGER NOT NULL)");
            return session.update("INSERT INTO counted VALUES ('a', 0)");
        });
    }

    private Optional<Long> find(String id) {
        return rows.find(FIND, id, session -> {
            searches.incrementAndGet();
            return session.findOne(row -> row.getLong(1), FIND, id);
        });
    }

    private void count() {
        database.write(session -> session.update("UPDATE counted SET version = version + 1"));
    }

    @Test
    void keepsWhatWasFound() {
        for (int i = 0; i < 5; i++) {
            assertThat(find("a")).contains(0L);
            assertThat(rows.find(FIND, "a")).contains(0L);
        }
        assertThat(searches).hasValue(1);
    }

    @Test
    void forgetsAtEveryChange() {
        for (long version = 0; version < 5; version++) {
            assertThat(find("a")).contains(version);
            count();
        }
        assertThat(searches).hasValue(5);
    }

    @Test
    void aChangeThatFailedIsNone() {
        assertThat(find("a")).contains(0L);
        assertThatThrownBy(() -> database.write(session -> {
                    session.update("UPDATE counted SET version = 7");
                    assertThat(find("a")).as("as it is for all others").contains(0L);
                    return session.ask("no such statement");
                }))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(find("a")).contains(0L);
    }

    @Test
    void keepsNothingThatIsReadDuringAChange() {
        database.write(session -> {
            find("a");
            return find("a");
        });
        assertThat(searches).hasValue(2);
        find("a");
        assertThat(searches).hasValue(3);
    }

    @Test
    void keepsNothingThatWasReadBeforeAChange() {
        rows.find(FIND, "a", session -> {
            Optional<Long> before = session.findOne(row -> row.getLong(1), FIND, "a");
            count();
            return before;
        });
        assertThat(find("a")).contains(1L);
    }

    @Test
    void doesNotKeepThatThereIsNothing() {
        assertThat(find("b")).isEmpty();
        assertThat(find("b")).isEmpty();
        assertThat(searches).hasValue(2);
    }

    @Test
    void keepsSoManyAndNoMore() {
        database.write(session -> {
            for (int i = 0; i < RecentRows.MOST; i++) {
                session.update("INSERT INTO counted VALUES (?, 0)", "row " + i);
            }
            return true;
        });
        find("a");
        for (int i = 0; i < RecentRows.MOST; i++) {
            find("row " + i);
        }
        int before = searches.get();
        find("row " + (RecentRows.MOST - 1));
        assertThat(searches).as("the last one is kept").hasValue(before);
        find("a");
        assertThat(searches).as("the first one had to go").hasValue(before + 1);
    }

    @Test
    void isClosedWithItsStore() {
        find("a");
        store.close();
        assertThatThrownBy(() -> find("a")).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void noAnswerIsOlderThanAnAcknowledgedChange() throws Exception {
        AtomicLong acknowledged = new AtomicLong();
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> readers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                readers.add(threads.submit(() -> {
                    do {
                        long known = acknowledged.get();
                        assertThat(rows.find(FIND, "a").orElseThrow()).isGreaterThanOrEqualTo(known);
                    } while (!done.get());
                }));
            }
            for (long version = 1; version <= 300; version++) {
                count();
                acknowledged.set(version);
            }
            done.set(true);
            for (Future<?> reader : readers) {
                reader.get();
            }
        } finally {
            done.set(true);
            threads.shutdownNow();
        }
    }
}
