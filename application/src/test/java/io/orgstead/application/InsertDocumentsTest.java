package io.orgstead.application;

import static io.orgstead.application.DataCore.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orgstead.application.usecase.data.InsertDocuments;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.failure.QuotaExceededException;
import io.orgstead.domain.failure.QuotaExceededException.Limited;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InsertDocumentsTest {

    private final DataCore core = new DataCore();

    @AfterEach
    void close() {
        core.close();
    }

    @Test
    void givesIdsToThoseWithout() {
        List<Value> ids = core.data()
                .insert()
                .insert(
                        core.acme,
                        new InsertDocuments.Command(List.of(document("n", 1), document("n", 2, "_id", "x"))));

        assertThat(ids.get(0)).isInstanceOf(Value.ObjectId.class);
        assertThat(ids.get(1)).isEqualTo(new Value.Text("x"));
        assertThat(core.all(core.acme)).extracting(Document::id).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(core.get(core.acme, "x").document()).isEqualTo(document("_id", "x", "n", 2));
        assertThat(core.all(core.beta)).isEmpty();
    }

    @Test
    void looksAtAllBeforeItInsertsAny() {
        InvalidValueException refusal = catchThrowableOfType(
                InvalidValueException.class,
                () -> core.insert(core.acme, document("n", 1), document("n", 2, "$bad", 1)));

        assertThat(refusal.field()).contains("1.$bad");
        assertThat(core.all(core.acme)).isEmpty();
    }

    @Test
    void refusesIdsThatLookLikeAnObjectId() {
        Refused.with(
                FailureCode.INVALID_VALUE, () -> core.insert(core.acme, document("_id", "65f0c0ffee65f0c0ffee0003")));
        core.insert(core.acme, document("_id", new Value.ObjectId("65f0c0ffee65f0c0ffee0003")));
        core.insert(core.acme, document("_id", "65F0C0FFEE65F0C0FFEE0003"));
    }

    @Test
    void takesOneToAThousand() {
        List<Document> thousand = Collections.nCopies(1000, document("n", 1));
        Refused.with(FailureCode.INVALID_VALUE, () -> core.insert(core.acme));
        Refused.with(
                FailureCode.INVALID_VALUE,
                () -> core.insert(
                        core.acme, Collections.nCopies(1001, document("n", 1)).toArray(Document[]::new)));
        core.insert(core.acme, thousand.toArray(Document[]::new));
        assertThat(core.all(core.acme)).hasSize(1000);
    }

    @Test
    void saysWhoseIdIsTaken() {
        core.insert(core.acme, document("_id", "x"));
        Refused.with(FailureCode.DOCUMENT_EXISTS, () -> core.insert(core.acme, document("n", 1), document("_id", "x")));
        Refused.with(
                FailureCode.PRECONDITION_FAILED,
                () -> core.data()
                        .insert()
                        .insert(
                                core.acme,
                                new InsertDocuments.Command(List.of(document("_id", "x")), Optional.empty(), true)));
        core.insert(core.beta, document("_id", "x"));
        assertThat(core.all(core.acme)).hasSize(1);
    }

    @Test
    void saysWhichIndexIsInTheWay() {
        core.interfering = Interfering.instead("insert", new InsertOutcome.IndexViolated(0, "sku_1"));
        Refused.with(FailureCode.INDEX_VIOLATED, () -> core.insert(core.acme, document("n", 1)));
        core.interfering = Interfering.instead("insert", new InsertOutcome.ParallelArrays(3, "a_b"));
        InvalidValueException refusal =
                catchThrowableOfType(InvalidValueException.class, () -> core.insert(core.acme, document("n", 1)));
        assertThat(refusal.field()).contains("3");
        assertThat(refusal.reason()).contains("a_b");
    }

    @Test
    void keepsToTheQuotas() {
        core.quota = new Quota(2, 50, 40, 1);
        core.insert(core.acme, document("_id", "a"));

        assertThat(refusedQuota(document("text", "x".repeat(40))).limited()).isEqualTo(Limited.DOCUMENT_BYTES);
        QuotaExceededException tooMany = refusedQuota(document("_id", "b"), document("_id", "c"));
        assertThat(tooMany.limited()).isEqualTo(Limited.DOCUMENTS);
        assertThat(tooMany.limit()).isEqualTo(2);
        assertThat(tooMany.used()).isEqualTo(1);
        QuotaExceededException tooMuch = refusedQuota(document("_id", "x".repeat(24)));
        assertThat(tooMuch.limited()).isEqualTo(Limited.BYTES);
        assertThat(tooMuch.limit()).isEqualTo(50);
        core.insert(core.acme, document("_id", "b"));
        core.insert(core.beta, document("_id", "b"));
    }

    private QuotaExceededException refusedQuota(Document... documents) {
        return catchThrowableOfType(QuotaExceededException.class, () -> core.insert(core.acme, documents));
    }
}
