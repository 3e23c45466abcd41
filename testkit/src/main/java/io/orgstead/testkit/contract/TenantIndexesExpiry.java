package io.orgstead.testkit.contract;

import static io.orgstead.testkit.Documents.document;
import static io.orgstead.testkit.Documents.list;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Value;
import io.orgstead.testkit.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What indexes that remove documents remove. */
abstract class TenantIndexesExpiry extends TenantIndexesUniqueness {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant NOW = Samples.NOW;

    /**
     * Whether the store removes expired documents by itself, in its own time: {@code removeExpired} then does nothing and gives 0.
     *
     * @return false if it is {@code removeExpired} that does it
     */
    protected abstract boolean storeExpires();

    private Document at(Object at) {
        return samples.document("at", at);
    }

    private void expectRemoved(int limit, int expected) {
        assertThat(indexes.removeExpired(NOW, limit)).isEqualTo(storeExpires() ? 0 : expected);
    }

    /** Where the store expires by itself nobody can tell when it has done so. */
    private void expectLeft(TenantScope tenant, List<Document> left) {
        if (!storeExpires()) {
            expectKept(tenant, left);
        }
    }

    @Test
    void expiredDocumentsAreRemoved() {
        create(expiring("e", "at", HOUR));
        Document expired = at(NOW.minus(HOUR).minusMillis(1));
        Document longExpired = at(Instant.EPOCH);
        Document present = at(NOW.minus(HOUR).plusMillis(1));
        Document future = at(NOW.plus(HOUR));
        insert(expired, present, longExpired, future);

        expectRemoved(100, 2);

        expectLeft(scope, List.of(present, future));
        expectRemoved(100, 0);
    }

    @Test
    void onlyDatesExpire() {
        create(expiring("e", "at", Duration.ZERO));
        List<Document> lasting = List.of(
                samples.document("n", 1),
                at(Value.Null.INSTANCE),
                at(0),
                at(0L),
                at(-1.0),
                at("2000-01-01T00:00:00Z"),
                at(new Value.Timestamp(1, 1)),
                at(new Value.ObjectId("0".repeat(24))),
                at(new Value.MinKey()),
                at(document("at", Instant.EPOCH)),
                at(list()),
                at(list("x", 1)),
                samples.document("other", Instant.EPOCH));
        insert(scope, lasting);
        insert(at(Instant.EPOCH));

        expectRemoved(100, 1);

        expectLeft(scope, lasting);
    }

    @Test
    void leastDateOfAnArrayCounts() {
        create(expiring("e", "at", HOUR));
        Document later = at(list(NOW, NOW.plus(HOUR), "x"));
        Document earlier = at(list("x", NOW.plus(HOUR), NOW.minus(HOUR).minusSeconds(1)));
        insert(later, earlier);

        expectRemoved(100, 1);

        expectLeft(scope, List.of(later));
    }

    @Test
    void dateInsideCounts() {
        create(expiring("e", "sub.at", HOUR));
        Document later = samples.document("sub", document("at", NOW), "at", Instant.EPOCH);
        Document earlier = samples.document("sub", document("at", Instant.EPOCH));
        insert(later, earlier);

        expectRemoved(100, 1);

        expectLeft(scope, List.of(later));
    }

    @Test
    void noMoreAreRemovedThanTheLimit() {
        create(expiring("e", "at", HOUR));
        TenantScope other = newTenant();
        create(other, expiring("e", "at", HOUR));
        insert(scope, IntStream.range(0, 5).mapToObj(i -> at(Instant.EPOCH)).toList());
        insert(other, List.of(at(Instant.EPOCH)));

        expectRemoved(2, 2);
        if (!storeExpires()) {
            assertThat(documents.count(scope, Filter.all()) + documents.count(other, Filter.all()))
                    .isEqualTo(4);
        }
        expectRemoved(3, 3);
        expectRemoved(100, 1);
        expectRemoved(100, 0);

        expectLeft(scope, List.of());
        expectLeft(other, List.of());
    }

    @Test
    void eachExpiresByItsOwnIndexes() {
        TenantScope without = newTenant();
        TenantScope slower = newTenant();
        TenantScope gone = newTenant();
        create(expiring("e", "at", HOUR));
        create(slower, expiring("e", "at", HOUR.multipliedBy(3)));
        create(slower, plain("plain", "other"));
        create(gone, expiring("e", "at", HOUR));
        Document stored = samples.document("at", NOW.minus(HOUR.multipliedBy(2)), "other", Instant.EPOCH);
        for (TenantScope tenant : List.of(scope, without, slower, gone)) {
            insert(tenant, List.of(stored));
        }
        collections.drop(gone.collection(), gone.incarnation());

        expectRemoved(100, 1);

        expectLeft(scope, List.of());
        expectKept(without, List.of(stored));
        expectLeft(slower, List.of(stored));
    }

    @Test
    void droppedIndexRemovesNothing() {
        create(expiring("e", "at", HOUR));
        assertThat(indexes.drop(scope, "e")).isTrue();
        Document stored = at(Instant.EPOCH);
        insert(stored);

        expectRemoved(100, 0);

        expectKept(stored);
    }

    @Test
    void renamedOrganizationStillExpires() {
        create(expiring("e", "at", HOUR));
        insert(at(Instant.EPOCH));
        var renamed = Samples.renamed(organization, samples.name());
        collections.rename(organization.collection(), scope.incarnation(), renamed.collection());

        expectRemoved(100, 1);

        expectLeft(Samples.scope(renamed, scope.incarnation()), List.of());
    }

    @Test
    void removalFreesUniqueValues() {
        create(expiring("e", "at", HOUR));
        create(unique("u", "n"));
        insert(samples.document("at", Instant.EPOCH, "n", 1));

        expectRemoved(100, 1);

        if (!storeExpires()) {
            Document later = samples.document("n", 1);
            insert(later);
            expectKept(later);
        }
    }
}
