package io.orgstead.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.IndexOutcome;
import io.orgstead.domain.data.TenantMovedException;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.port.TenantChanges;
import io.orgstead.domain.port.TenantIndexes;
import io.orgstead.testkit.Documents;
import io.orgstead.testkit.Race;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The moment in which nobody may change an organization's documents. */
abstract class TenantChangesClosing extends TenantData {

    private static final Document STORED = TenantCall.STORED;
    private static final long VERSION = 7;
    private static final Set<TenantCall> WRITES =
            Set.of(TenantCall.INSERT, TenantCall.REPLACE, TenantCall.DELETE, TenantCall.DELETE_ALL);

    TenantChanges changes;
    TenantIndexes indexes;

    Instant now = Instant.EPOCH;
    Instant until = Instant.EPOCH;

    /**
     * Tells the time by the store's own clock, which it may go by beside what it is told.
     *
     * @return the present, to the second at least
     */
    protected abstract Instant storeTime();

    /**
     * Makes the port that is tested, over the store of {@link #tenantCollections()}. Called once before each test.
     *
     * @return the port
     */
    protected abstract TenantChanges tenantChanges();

    /**
     * Makes the indexes' port over the same store. Called once before each test.
     *
     * @return the port
     */
    protected abstract TenantIndexes tenantIndexes();

    @BeforeEach
    void openChanges() {
        now = storeTime().truncatedTo(ChronoUnit.MILLIS);
        until = now.plus(Duration.ofMinutes(10));
        changes = tenantChanges();
        indexes = tenantIndexes();
    }

    boolean watch(TenantScope tenant) {
        return changes.watch(tenant, now, until);
    }

    void watch() {
        assertThat(watch(scope)).isFalse();
    }

    static Document changed(Document document, String name, int value) {
        Map<String, Value> fields = new LinkedHashMap<>(document.fields());
        fields.put(name, new Value.Int32(value));
        return Document.of(fields);
    }

    private static IndexDefinition index(String name) {
        return new IndexDefinition(name, Documents.keys(name), false, Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(TenantCall.class)
    void closedDocumentsAreReadAndNotChanged(TenantCall call) {
        insert(STORED);
        changes.close(scope, VERSION);

        if (WRITES.contains(call)) {
            expectMoved(() -> call.make(documents, scope));
        } else {
            call.make(documents, scope);
        }

        expectMoved(() -> insert(samples.document("n", 1)));
        expectKept(STORED);
        changes.reopen(scope, VERSION);
        call.make(documents, scope);
    }

    @Test
    void closedDocumentsKeepTheirIndexes() {
        assertThat(indexes.create(scope, index("a"), 10)).isEqualTo(IndexOutcome.PRESENT);
        changes.close(scope, VERSION);

        expectMoved(() -> indexes.create(scope, index("b"), 10));
        expectMoved(() -> indexes.drop(scope, "a"));

        assertThat(indexes.list(scope)).containsExactly(index("a"));
        changes.reopen(scope, VERSION);
        assertThat(indexes.drop(scope, "a")).isTrue();
    }

    @Test
    void onlyWhoKnowsALaterVersionOpens() {
        changes.close(scope, VERSION);

        changes.reopen(scope, VERSION - 1);
        expectMoved(() -> insert(STORED));
        changes.reopen(scope, VERSION + 3);
        insert(STORED);
        changes.reopen(scope, VERSION + 4);

        changes.close(scope, VERSION + 5);
        changes.close(scope, VERSION + 6);
        changes.reopen(scope, VERSION + 5);
        expectMoved(() -> insert(samples.document("n", 1)));
        expectKept(STORED);
    }

    @Test
    void closingIsOfOneOrganizationOnly() {
        TenantScope other = newTenant();
        changes.close(scope, VERSION);

        insert(other, List.of(STORED));
        changes.close(other, VERSION);
        changes.reopen(scope, VERSION);

        insert(STORED);
        expectMoved(() -> insert(other, List.of(samples.document("n", 1))));
    }

    @Test
    void closedDocumentsGoWithTheirCollection() {
        insert(STORED);
        changes.close(scope, VERSION);
        expectMoved(() -> insert(samples.document("n", 1)));

        collections.drop(scope.collection(), scope.incarnation());

        assertThat(isThere(scope)).isFalse();
        TenantScope successor = publish(samples.active(organization.name()));
        insert(successor, List.of(STORED));
    }

    @Test
    void nothingChangesOnceClosingHasReturned() {
        List<List<Document>> seen = new ArrayList<>();

        Race<Boolean> race = Race.of(runner -> () -> {
            if (runner == 0) {
                changes.close(scope, VERSION);
                synchronized (seen) {
                    seen.add(everything());
                }
                return true;
            }
            for (int i = 0; i < 10; i++) {
                List<Document> batch = List.of(samples.document("of", runner), samples.document("of", runner));
                Throwable failure = catchThrowable(() -> insert(scope, batch));
                if (failure != null) {
                    assertThat(failure).isInstanceOf(TenantMovedException.class);
                    return false;
                }
            }
            return true;
        });

        assertThat(race.failures()).isEmpty();
        assertThat(seen).hasSize(1);
        expectKept(scope, seen.get(0));
    }
}
