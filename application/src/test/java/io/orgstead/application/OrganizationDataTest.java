package io.orgstead.application;

import static io.orgstead.application.DataCore.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orgstead.application.usecase.data.FindDocuments;
import io.orgstead.application.usecase.data.GetUsage;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentPage;
import io.orgstead.domain.data.DocumentQuery;
import io.orgstead.domain.data.DocumentSize;
import io.orgstead.domain.data.FieldPath;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.FilterParser;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.IndexOutcome;
import io.orgstead.domain.data.Projection;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.SortPosition;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.failure.QuotaExceededException;
import io.orgstead.domain.failure.QuotaExceededException.Limited;
import io.orgstead.domain.observation.AuditAction;
import io.orgstead.domain.observation.AuditEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lists, counts, deletions, indexes, usage, and what recovery does for documents. */
class OrganizationDataTest {

    private final DataCore core = new DataCore();

    @AfterEach
    void close() {
        core.close();
    }

    @Test
    void isThereOnlyWithAStoreForIt() {
        assertThat(core.core.management.organizationData()).isEmpty();
        assertThat(core.management().organizationData()).isPresent();
    }

    @Test
    void countsAndDeletesWhatAFilterMeans() {
        core.insert(core.acme, document("n", 1), document("n", 2), document("n", 3));
        core.insert(core.beta, document("n", 1));
        Filter small = FilterParser.parse(document("n", new Value.Embedded(document("$lt", 3))));

        assertThat(core.data().count().count(core.acme, small)).isEqualTo(2);
        assertThat(core.data().deleteAll().delete(core.acme, small)).isEqualTo(2);
        assertThat(core.data().deleteAll().delete(core.acme, Filter.all())).isEqualTo(1);
        assertThat(core.all(core.beta)).hasSize(1);
    }

    @Test
    @Tag("thorough")
    void aPageOfLargeDocumentsEndsEarly() {
        for (int i = 0; i < 90; i++) {
            core.insert(core.acme, document("_id", "%02d".formatted(i), "text", "x".repeat(i < 60 ? 300_000 : 10)));
        }
        List<Document> seen = new ArrayList<>();
        Optional<SortPosition> next = Optional.empty();
        do {
            DocumentPage page = find(1000, next);
            long bytes = page.documents().stream().mapToLong(DocumentSize::of).sum();
            assertThat(bytes).isLessThan(2 * FindDocuments.PAGE_BYTES);
            assertThat(page.documents()).isNotEmpty();
            seen.addAll(page.documents());
            next = page.next();
        } while (next.isPresent());
        assertThat(seen)
                .hasSize(90)
                .doesNotHaveDuplicates()
                .isEqualTo(seen.stream()
                        .sorted(java.util.Comparator.comparing(document -> ((Value.Text) document.id()).value()))
                        .toList());
    }

    @Test
    void whatHasExpiredGoesInBatchesAndNotAllAtOnce() {
        AtomicInteger batches = new AtomicInteger();
        core.interfering = (call, port) -> {
            if (call.equals("removeExpired")) {
                return batches.incrementAndGet() <= 2 ? 1_000 : 999;
            }
            return port.call();
        };
        core.management().recoverInterrupted().recoverExpired();
        assertThat(batches).as("three of documents and one of records").hasValue(4);

        core.core.clock.advance(Duration.ofMinutes(2));
        batches.set(0);
        core.interfering = (call, port) -> {
            if (call.equals("removeExpired")) {
                batches.incrementAndGet();
                return 1_000;
            }
            return port.call();
        };
        core.management().recoverInterrupted().recoverExpired();
        assertThat(batches).as("twenty of each").hasValue(40);
    }

    private DocumentPage find(int limit, Optional<SortPosition> after) {
        return core.data()
                .find()
                .find(core.acme, new DocumentQuery(Filter.all(), SortOrder.BY_ID, Projection.ALL, limit, after));
    }

    @Test
    void indexesComeAndGo() {
        core.quota = new Quota(10, 1000, 1000, 2);
        IndexDefinition byName = index("name");

        assertThat(core.data().indexes().create(core.acme, byName)).isTrue();
        assertThat(core.data().indexes().create(core.acme, byName)).as("again").isFalse();
        Refused.with(
                FailureCode.INDEX_CONFLICT,
                () -> core.data()
                        .indexes()
                        .create(core.acme, new IndexDefinition("name", byName.keys(), true, Optional.empty())));
        core.data().indexes().create(core.acme, index("other"));
        QuotaExceededException refusal = catchThrowableOfType(
                QuotaExceededException.class, () -> core.data().indexes().create(core.acme, index("third")));
        assertThat(refusal.limited()).isEqualTo(Limited.INDEXES);
        assertThat(refusal.used()).isEqualTo(2);
        assertThat(core.data().indexes().list(core.acme)).containsExactly(byName, index("other"));
        assertThat(core.data().indexes().list(core.beta)).isEmpty();
        core.data().indexes().drop(core.acme, "name");
        Refused.with(FailureCode.INDEX_NOT_FOUND, () -> core.data().indexes().drop(core.acme, "name"));
    }

    @Test
    void whatIsInTheWayOfAnIndexIsTold() {
        for (IndexOutcome outcome : new IndexOutcome[] {IndexOutcome.DUPLICATES, IndexOutcome.PARALLEL_ARRAYS}) {
            core.interfering = Interfering.instead("create", outcome);
            Refused.with(FailureCode.INDEX_CONFLICT, () -> core.data().indexes().create(core.acme, index("name")));
        }
    }

    private static IndexDefinition index(String field) {
        return new IndexDefinition(
                field, List.of(new SortOrder.Key(new FieldPath(field), true)), false, Optional.empty());
    }

    @Test
    void usageIsTheOrganizationsOwn() {
        core.quota = new Quota(10, 1000, 1000, 2);
        core.insert(core.acme, document("_id", "x"));
        core.insert(core.beta, document("_id", "x"), document("_id", "y"));
        core.data().indexes().create(core.acme, index("name"));

        GetUsage.Report report = core.data().usage().usage(core.acme);
        assertThat(report.usage().documents()).isEqualTo(1);
        assertThat(report.usage().bytes()).isEqualTo(DocumentSize.of(document("_id", "x")));
        assertThat(report.indexes()).isEqualTo(1);
        assertThat(report.quota()).isEqualTo(core.quota);
    }

    @Test
    void deletionsAndIndexesAreAudited() {
        List<AuditEvent> events = new ArrayList<>();
        var data = core.core
                .builder()
                .organizationData(core.memory.documents(), core.memory.indexes(), core.memory.records())
                .auditLog(events::add)
                .build()
                .organizationData()
                .orElseThrow();

        data.deleteAll().delete(core.acme, Filter.all());
        data.indexes().create(core.acme, index("name"));
        data.indexes().create(core.acme, index("name"));
        data.indexes().drop(core.acme, "name");
        Refused.with(FailureCode.INDEX_NOT_FOUND, () -> data.indexes().drop(core.acme, "name"));

        assertThat(events)
                .extracting(AuditEvent::action, AuditEvent::outcome)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(AuditAction.DOCUMENTS_DELETION, AuditEvent.Outcome.SUCCESS),
                        org.assertj.core.groups.Tuple.tuple(AuditAction.INDEX_CREATION, AuditEvent.Outcome.SUCCESS),
                        org.assertj.core.groups.Tuple.tuple(AuditAction.INDEX_DELETION, AuditEvent.Outcome.SUCCESS),
                        org.assertj.core.groups.Tuple.tuple(AuditAction.INDEX_DELETION, AuditEvent.Outcome.FAILURE));
        assertThat(events).allSatisfy(event -> {
            assertThat(event.actor()).contains(core.acme.adminId());
            assertThat(event.organization()).contains(core.acme.organizationId());
        });
    }

    @Test
    void recoveryLooksAfterDocuments() {
        List<String> calls = new ArrayList<>();
        core.interfering = (call, port) -> {
            calls.add(call);
            return call.equals("undoInterrupted") ? Integer.valueOf(3) : port.call();
        };
        var recovery = core.management().recoverInterrupted();
        assertThat(recovery.recoverExpired().undone()).isEqualTo(3);
        assertThat(calls.stream().filter("removeExpired"::equals))
                .as("of indexes and records")
                .hasSize(2);

        calls.clear();
        recovery.recoverExpired();
        assertThat(calls).as("not every time").contains("undoInterrupted").doesNotContain("removeExpired");
        core.core.clock.advance(Duration.ofMinutes(1));
        recovery.recoverExpired();
        assertThat(calls).contains("removeExpired");
        assertThat(recovery.recoverAll().undone()).isEqualTo(3);
    }
}
