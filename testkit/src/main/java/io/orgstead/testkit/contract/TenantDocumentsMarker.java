package io.orgstead.testkit.contract;

import static io.orgstead.testkit.Documents.document;
import static io.orgstead.testkit.Documents.equal;
import static io.orgstead.testkit.Documents.where;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.data.Condition;
import io.orgstead.domain.data.Condition.Operator;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.FieldPath;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.ReplaceOutcome;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The marker document of a collection is in nobody's way, and nobody gets at it. */
abstract class TenantDocumentsMarker extends TenantDocumentsQuotas {

    private Document marker() {
        return document(
                "_id",
                markerId(scope),
                "initialized",
                true,
                "created_at",
                organization.createdAt(),
                "organization",
                organization.name().value());
    }

    private Stream<Filter> meaningTheMarker() {
        return Stream.of(
                Filter.all(),
                equal("_id", markerId(scope)),
                equal("initialized", true),
                equal("organization", organization.name().value()),
                where("_id", Operator.GTE, new Value.ObjectId("0".repeat(24))),
                where("_id", Operator.NE, "x"),
                where("created_at", Operator.LT, new Value.Date(Long.MAX_VALUE)),
                new Filter.Match(new FieldPath("created_at"), new Condition.Exists(true)),
                new Filter.Match(FieldPath.ID, new Condition.In(List.of(markerId(scope)))),
                new Filter.Or(List.of(equal("initialized", true), equal("_id", markerId(scope)))),
                new Filter.Nor(List.of(equal("initialized", false))));
    }

    private void expectMarkerUntouched() {
        assertThat(tryInsert(marker())).isEqualTo(new InsertOutcome.IdTaken(0));
        assertThat(isThere(scope)).isTrue();
    }

    @Test
    void markerIsNotSeen() {
        expectMarkerUntouched();
        assertThat(documents.findById(scope, markerId(scope))).isEmpty();
        meaningTheMarker().forEach(filter -> {
            assertThat(pages(scope, filter, SortOrder.BY_ID)).isEmpty();
            assertThat(documents.count(scope, filter)).isZero();
        });
        List<Document> scanned = new ArrayList<>();
        documents.scan(scope, Optional.empty(), scanned::add);
        assertThat(scanned).isEmpty();
        expectKept();
    }

    @Test
    void markerIsNotSeenAmongOthers() {
        Document before = document("_id", new Value.ObjectId("0".repeat(24)), "n", 1);
        Document after = document("_id", new Value.ObjectId("f".repeat(24)), "n", 2);
        insert(before, after);

        assertThat(pages(scope, Filter.all(), SortOrder.BY_ID, 1)).containsExactly(before, after);
        List<Document> scanned = new ArrayList<>();
        documents.scan(scope, Optional.empty(), scanned::add);
        assertThat(scanned).containsExactly(before, after);
        expectKept(before, after);
    }

    @Test
    void markerIsNotChanged() {
        Document next = document("n", 1).withId(markerId(scope));

        assertThat(documents.replace(scope, marker(), next, Quota.UNLIMITED)).isEqualTo(new ReplaceOutcome.Stale());
        assertThat(documents.replace(scope, next, next, Quota.UNLIMITED)).isEqualTo(new ReplaceOutcome.Stale());

        expectMarkerUntouched();
        expectKept();
    }

    @Test
    void markerIsNotRemoved() {
        assertThat(documents.delete(scope, marker())).isFalse();
        assertThat(documents.delete(scope, document().withId(markerId(scope)))).isFalse();
        meaningTheMarker()
                .forEach(
                        filter -> assertThat(documents.deleteAll(scope, filter)).isZero());

        expectMarkerUntouched();
        expectKept();
    }

    @Test
    void idOfTheMarkerIsTaken() {
        Document own = samples.document("n", 1);

        assertThat(tryInsert(own, document("n", 2).withId(markerId(scope)))).isEqualTo(new InsertOutcome.IdTaken(1));
        assertThat(tryInsert(marker())).isEqualTo(new InsertOutcome.IdTaken(0));

        expectKept();
        insert(own);
        expectKept(own);
    }

    @Test
    void documentLikeTheMarkerIsLikeAnyOther() {
        Document alike = marker().withId(samples.objectId());
        Document sameText = marker().withId(new Value.Text(scope.organization().value()));

        insert(alike, sameText);

        expectKept(alike, sameText);
        assertThat(documents.count(scope, equal("initialized", true))).isEqualTo(2);
        assertThat(documents.delete(scope, alike)).isTrue();
        assertThat(documents.deleteAll(scope, Filter.all())).isEqualTo(1);
        expectMarkerUntouched();
    }
}
