package io.orgstead.testkit.contract;

import static io.orgstead.testkit.Documents.document;
import static io.orgstead.testkit.Documents.equal;
import static io.orgstead.testkit.Documents.list;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentSize;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.ReplaceOutcome;
import io.orgstead.domain.data.Usage;
import io.orgstead.testkit.Race;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an organization keeps is counted to the byte, and it keeps no more than it may. */
abstract class TenantDocumentsQuotas extends TenantDocumentsChanges {

    private static final int WRITERS = 8;

    private static Quota upTo(long most) {
        return new Quota(most, Long.MAX_VALUE, Long.MAX_VALUE, 0);
    }

    private static Quota upToBytes(long most) {
        return new Quota(Long.MAX_VALUE, most, Long.MAX_VALUE, 0);
    }

    @Test
    void usageIsExactAfterEveryChange() {
        Document a = samples.document("text", "\u00fc\u682a\ud83d\ude00", "n", 1);
        Document b = samples.document("list", list(1, 2L, 3.0));
        Document c = samples.document("text", "c");
        assertThat(documents.usage(scope)).isEqualTo(Usage.NONE);

        insert(a, b);
        assertThat(documents.usage(scope)).isEqualTo(usageOf(List.of(a, b)));
        assertThat(tryInsert(c, a)).isEqualTo(new InsertOutcome.IdTaken(1));
        assertThat(documents.usage(scope)).isEqualTo(usageOf(List.of(a, b)));
        Document larger = document("text", "x".repeat(1_000)).withId(b.id());
        assertThat(replace(b, larger)).isEqualTo(new ReplaceOutcome.Replaced());
        assertThat(documents.usage(scope)).isEqualTo(usageOf(List.of(a, larger)));
        assertThat(replace(b, c.withId(b.id()))).isEqualTo(new ReplaceOutcome.Stale());
        assertThat(documents.delete(scope, b)).isFalse();
        assertThat(documents.usage(scope)).isEqualTo(usageOf(List.of(a, larger)));
        assertThat(replace(larger, document().withId(b.id()))).isEqualTo(new ReplaceOutcome.Replaced());
        insert(c);
        assertThat(documents.usage(scope))
                .isEqualTo(usageOf(List.of(a, document().withId(b.id()), c)));
        assertThat(documents.delete(scope, a)).isTrue();
        assertThat(documents.deleteAll(scope, equal("text", "c"))).isEqualTo(1);
        assertThat(documents.usage(scope)).isEqualTo(usageOf(List.of(document().withId(b.id()))));
        assertThat(documents.deleteAll(scope, Filter.all())).isEqualTo(1);
        assertThat(documents.usage(scope)).isEqualTo(Usage.NONE);
    }

    @Test
    void numberOfDocumentsIsLimited() {
        Document a = samples.document("n", 1);
        Document b = samples.document("n", 2);
        Document c = samples.document("n", 3);
        Document d = samples.document("n", 4);

        assertThat(documents.insert(scope, List.of(a, b), upTo(3))).isEqualTo(new InsertOutcome.Inserted());
        assertThat(documents.insert(scope, List.of(c, d), upTo(3)))
                .isEqualTo(new InsertOutcome.QuotaReached(usageOf(List.of(a, b))));
        expectKept(a, b);
        assertThat(documents.insert(scope, List.of(c), upTo(3))).isEqualTo(new InsertOutcome.Inserted());
        assertThat(documents.insert(scope, List.of(d), upTo(3)))
                .isEqualTo(new InsertOutcome.QuotaReached(usageOf(List.of(a, b, c))));
        assertThat(documents.delete(scope, a)).isTrue();
        assertThat(documents.insert(scope, List.of(d), upTo(3))).isEqualTo(new InsertOutcome.Inserted());
        expectKept(b, c, d);
    }

    @Test
    void nothingIsInsertedWhereNothingMayBe() {
        Document added = samples.document("n", 1);

        assertThat(documents.insert(scope, List.of(added), upTo(0)))
                .isEqualTo(new InsertOutcome.QuotaReached(Usage.NONE));
        assertThat(documents.insert(scope, List.of(added), upToBytes(0)))
                .isEqualTo(new InsertOutcome.QuotaReached(Usage.NONE));

        expectKept();
    }

    @Test
    void bytesAreLimited() {
        Document a = samples.document("text", "x".repeat(100));
        Document b = samples.document("text", "\u00e9".repeat(100));
        long both = DocumentSize.of(a) + DocumentSize.of(b);

        assertThat(documents.insert(scope, List.of(a, b), upToBytes(both - 1)))
                .isEqualTo(new InsertOutcome.QuotaReached(Usage.NONE));
        expectKept();
        assertThat(documents.insert(scope, List.of(a), upToBytes(both))).isEqualTo(new InsertOutcome.Inserted());
        assertThat(documents.insert(scope, List.of(b), upToBytes(both - 1)))
                .isEqualTo(new InsertOutcome.QuotaReached(usageOf(List.of(a))));
        expectKept(a);
        assertThat(documents.insert(scope, List.of(b), upToBytes(both))).isEqualTo(new InsertOutcome.Inserted());
        expectKept(a, b);
    }

    @Test
    void replacementThatGrowsIsLimited() {
        Document stored = samples.document("text", "x".repeat(100));
        Document larger = document("text", "x".repeat(101)).withId(stored.id());
        insert(stored);
        long size = DocumentSize.of(stored);

        assertThat(documents.replace(scope, stored, larger, upToBytes(size)))
                .isEqualTo(new ReplaceOutcome.QuotaReached(new Usage(1, size)));
        expectKept(stored);
        assertThat(documents.replace(scope, stored, larger, upToBytes(size + 1)))
                .isEqualTo(new ReplaceOutcome.Replaced());
        expectKept(larger);
    }

    @Test
    void replacementThatDoesNotGrowIsAlwaysWithinTheLimits() {
        Document stored = samples.document("text", "x".repeat(100));
        Document same = document("text", "y".repeat(100)).withId(stored.id());
        Document smaller = document("text", "z").withId(stored.id());
        insert(stored);
        insert(samples.document("n", 1));

        assertThat(documents.replace(scope, stored, same, new Quota(1, 10, 10, 0)))
                .isEqualTo(new ReplaceOutcome.Replaced());
        assertThat(documents.replace(scope, same, smaller, new Quota(0, 0, 0, 0)))
                .isEqualTo(new ReplaceOutcome.Replaced());

        assertThat(documents.findById(scope, stored.id())).contains(smaller);
    }

    @Test
    void numberOfDocumentsDoesNotLimitAReplacement() {
        Document stored = samples.document("n", 1);
        Document larger = document("n", 1L).withId(stored.id());
        insert(stored);

        assertThat(documents.replace(scope, stored, larger, upTo(1))).isEqualTo(new ReplaceOutcome.Replaced());

        expectKept(larger);
    }

    @Test
    void quotaIsOfOneOrganization() {
        insert(newTenant(), List.of(samples.document("n", 1), samples.document("n", 2)));
        Document added = samples.document("n", 3);

        assertThat(documents.insert(scope, List.of(added), upTo(1))).isEqualTo(new InsertOutcome.Inserted());

        expectKept(added);
    }

    @Test
    void racingWritersPassTheLimitByOneBatchAtMost() {
        int batch = 5;
        Quota quota = upTo(40);

        Race<Boolean> race = Race.between(IntStream.range(0, WRITERS)
                .<Callable<Boolean>>mapToObj(writer -> () -> {
                    for (int i = 0; i < 20; i++) {
                        documents.insert(scope, batchOf(batch), quota);
                    }
                    return true;
                })
                .toList());

        assertThat(race.failures()).isEmpty();
        List<Document> kept = everything();
        assertThat(kept).hasSizeBetween(40, 40 + batch);
        expectKept(scope, kept);
        assertThat(documents.insert(scope, batchOf(1), quota)).isInstanceOf(InsertOutcome.QuotaReached.class);
    }

    private List<Document> batchOf(int size) {
        return IntStream.range(0, size).mapToObj(i -> samples.document("n", i)).toList();
    }

    @Test
    void usageIsExactAfterARace() {
        Document contended = samples.document("n", 0);
        insert(contended);

        Race<Boolean> race = Race.between(IntStream.range(0, WRITERS)
                .<Callable<Boolean>>mapToObj(writer -> () -> {
                    for (int i = 0; i < 10; i++) {
                        Document own = samples.document("of", writer);
                        Document grown =
                                document("of", writer, "text", "x".repeat(i)).withId(own.id());
                        insert(own, samples.document("of", writer));
                        replace(own, grown);
                        replace(contended, document("n", "x".repeat(writer)).withId(contended.id()));
                        tryInsert(samples.document("of", writer), contended);
                        if (i % 2 == 0) {
                            documents.delete(scope, grown);
                        }
                    }
                    documents.deleteAll(scope, equal("text", "x"));
                    return true;
                })
                .toList());

        assertThat(race.failures()).isEmpty();
        List<Document> kept = everything();
        assertThat(kept).hasSizeBetween(WRITERS * 10, WRITERS * 20);
        expectKept(scope, kept);
    }
}
