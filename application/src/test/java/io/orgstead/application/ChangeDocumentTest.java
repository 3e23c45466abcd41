package io.orgstead.application;

import static io.orgstead.application.DataCore.document;
import static io.orgstead.application.DataCore.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orgstead.application.usecase.data.DocumentTag;
import io.orgstead.application.usecase.data.PatchDocument;
import io.orgstead.application.usecase.data.Preconditions;
import io.orgstead.application.usecase.data.Preconditions.Tags;
import io.orgstead.application.usecase.data.ReplaceDocument;
import io.orgstead.application.usecase.data.TaggedDocument;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.ReplaceOutcome;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.failure.QuotaExceededException;
import io.orgstead.domain.failure.QuotaExceededException.Limited;
import io.orgstead.testkit.Race;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Replacing, patching and deleting one document, under conditions and against others. */
class ChangeDocumentTest {

    private static final Preconditions ONLY_NEW = new Preconditions(Optional.empty(), Optional.of(Tags.ANY));
    private static final Preconditions ONLY_PRESENT = new Preconditions(Optional.of(Tags.ANY), Optional.empty());

    private final DataCore core = new DataCore();

    @AfterEach
    void close() {
        core.close();
    }

    @Test
    void aTagStandsForTheDocumentAsItIs() {
        core.insert(core.acme, document("_id", "x", "n", 1));
        core.insert(core.beta, document("_id", "x", "n", 1));
        DocumentTag tag = core.get(core.acme, "x").tag();

        assertThat(core.get(core.acme, "x").tag()).isEqualTo(tag);
        assertThat(core.get(core.beta, "x").tag()).as("of another organization").isNotEqualTo(tag);
        for (Document other : new Document[] {
            document("n", 2),
            document("n", new Value.Int64(1)),
            document("n", 1, "m", 1),
            document("m", 1, "n", 1),
            document("n", new Value.Embedded(document("n", 1))),
            document("n1", ""),
            document("n", "1")
        }) {
            DocumentTag next = put("x", other, Preconditions.NONE).document().tag();
            assertThat(next)
                    .isNotEqualTo(tag)
                    .isEqualTo(core.get(core.acme, "x").tag());
            tag = next;
        }
    }

    @Test
    void replacesOrInserts() {
        assertThat(put("x", document("n", 1), Preconditions.NONE).created()).isTrue();
        ReplaceDocument.Result replaced = put("x", document("m", 2, "_id", "x"), Preconditions.NONE);
        assertThat(replaced.created()).isFalse();
        assertThat(replaced.document().document()).isEqualTo(document("_id", "x", "m", 2));
        assertThat(core.get(core.acme, "x")).isEqualTo(replaced.document());
    }

    @Test
    void anIdStaysWhatItIs() {
        put("x", document("n", 1), Preconditions.NONE);
        Refused.with(FailureCode.INVALID_VALUE, () -> put("x", document("_id", "y"), Preconditions.NONE));
        Refused.with(FailureCode.INVALID_VALUE, () -> patch("x", document("_id", "y")));
        Refused.with(FailureCode.INVALID_VALUE, () -> patch("x", document("_id", Value.Null.INSTANCE)));
        assertThat(patch("x", document("_id", "x", "n", 2)).document()).isEqualTo(document("_id", "x", "n", 2));
    }

    @Test
    void rulesHoldForChangesToo() {
        put("x", document("n", 1), Preconditions.NONE);
        Refused.with(FailureCode.INVALID_VALUE, () -> put("x", document("$n", 1), Preconditions.NONE));
        Refused.with(FailureCode.INVALID_VALUE, () -> patch("x", document("a.b", 1)));
    }

    @Test
    void conditionsDecide() {
        Refused.with(FailureCode.PRECONDITION_FAILED, () -> put("x", document("n", 1), ONLY_PRESENT));
        TaggedDocument first = put("x", document("n", 1), ONLY_NEW).document();
        Refused.with(FailureCode.PRECONDITION_FAILED, () -> put("x", document("n", 2), ONLY_NEW));
        TaggedDocument second = put("x", document("n", 2), only(first)).document();
        Refused.with(FailureCode.PRECONDITION_FAILED, () -> put("x", document("n", 3), only(first)));
        Refused.with(FailureCode.PRECONDITION_FAILED, () -> patch("x", document("n", 3), only(first)));
        Refused.with(FailureCode.PRECONDITION_FAILED, () -> delete(core.acme, "x", only(first)));
        Refused.with(FailureCode.PRECONDITION_FAILED, () -> put("x", document("n", 3), but(second)));
        patch("x", document("n", 3), ONLY_PRESENT);
        assertThat(core.get(core.acme, "x").document()).isEqualTo(document("_id", "x", "n", 3));
        delete(core.acme, "x", only(core.get(core.acme, "x")));
        assertThat(core.all(core.acme)).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotFoundWhateverTheConditions() {
        Refused.with(FailureCode.DOCUMENT_NOT_FOUND, () -> core.get(core.acme, "x"));
        for (Preconditions conditions : new Preconditions[] {Preconditions.NONE, ONLY_PRESENT, ONLY_NEW}) {
            Refused.with(FailureCode.DOCUMENT_NOT_FOUND, () -> patch("x", document("n", 1), conditions));
            Refused.with(FailureCode.DOCUMENT_NOT_FOUND, () -> delete(core.acme, "x", conditions));
        }
    }

    @Test
    void anotherOrganizationsTagOpensNothing() {
        core.insert(core.acme, document("_id", "x", "n", 1));
        core.insert(core.beta, document("_id", "x", "n", 1));
        TaggedDocument foreign = core.get(core.beta, "x");

        Refused.with(FailureCode.PRECONDITION_FAILED, () -> put("x", document("n", 2), only(foreign)));
        delete(core.acme, "x", Preconditions.NONE);
        assertThat(core.get(core.beta, "x")).isEqualTo(foreign);
    }

    @Test
    void patchesThatRaceAllTakeEffect() {
        put("x", document("n", 1), Preconditions.NONE);

        Race<TaggedDocument> race = Race.of(i -> () -> patch("x", document("f" + i, i)));

        assertThat(race.failures()).isEmpty();
        assertThat(core.get(core.acme, "x").document().fields()).hasSize(2 + Race.RUNNERS);
    }

    @Test
    void ofManyUnderTheSameConditionOneSucceeds() {
        TaggedDocument first = put("x", document("n", 0), Preconditions.NONE).document();

        Race<ReplaceDocument.Result> changes = Race.of(i -> () -> put("x", document("n", i + 1), only(first)));
        assertThat(changes.results()).hasSize(1);
        Race<ReplaceDocument.Result> insertions = Race.of(i -> () -> put("y", document("n", i), ONLY_NEW));
        assertThat(insertions.results()).hasSize(1);
        Race<ReplaceDocument.Result> either = Race.of(i -> () -> put("z", document("n", i), Preconditions.NONE));
        assertThat(either.results()).hasSize(Race.RUNNERS);
        assertThat(either.results().stream().filter(ReplaceDocument.Result::created))
                .hasSize(1);
    }

    @Test
    void whoAlwaysComesTooLateIsTold() {
        put("x", document("n", 1), Preconditions.NONE);
        core.interfering = Interfering.instead("replace", new ReplaceOutcome.Stale());

        Refused.with(FailureCode.OPERATION_IN_PROGRESS, () -> patch("x", document("n", 2)));
    }

    @Test
    void whatChangesNothingIsNotWritten() {
        put("x", document("n", 1), Preconditions.NONE);
        core.interfering = Interfering.before("replace", () -> {
            throw new AssertionError("written");
        });

        assertThat(patch("x", document("n", 1)).document()).isEqualTo(document("_id", "x", "n", 1));
    }

    @Test
    void refusalsOfTheStoreAreTold() {
        put("x", document("n", 1), Preconditions.NONE);
        core.interfering = Interfering.instead("replace", new ReplaceOutcome.IndexViolated("n_1"));
        Refused.with(FailureCode.INDEX_VIOLATED, () -> patch("x", document("n", 2)));
        core.interfering = Interfering.instead("replace", new ReplaceOutcome.ParallelArrays("a_b"));
        Refused.with(FailureCode.INVALID_VALUE, () -> patch("x", document("n", 2)));
    }

    @Test
    void quotasHoldForChangesToo() {
        core.quota = new Quota(1, 60, 50, 1);
        put("x", document("n", 1), Preconditions.NONE);

        assertThat(refusedQuota("x", document("n", "x".repeat(50))).limited()).isEqualTo(Limited.DOCUMENT_BYTES);
        assertThat(refusedQuota("y", document("n", 1)).limited()).isEqualTo(Limited.DOCUMENTS);
        core.quota = new Quota(5, 30, 50, 1);
        assertThat(refusedQuota("x", document("n", "x".repeat(20))).limited()).isEqualTo(Limited.BYTES);
        assertThat(refusedQuota("y", document("n", 1)).limited()).isEqualTo(Limited.BYTES);
    }

    private QuotaExceededException refusedQuota(String id, Document document) {
        return catchThrowableOfType(QuotaExceededException.class, () -> put(id, document, Preconditions.NONE));
    }

    private ReplaceDocument.Result put(String id, Document document, Preconditions conditions) {
        return core.data().replace().replace(core.acme, new ReplaceDocument.Command(id(id), document, conditions));
    }

    private TaggedDocument patch(String id, Document patch) {
        return patch(id, patch, Preconditions.NONE);
    }

    private TaggedDocument patch(String id, Document patch, Preconditions conditions) {
        return core.data().patch().patch(core.acme, new PatchDocument.Command(id(id), patch, conditions));
    }

    private void delete(Principal caller, String id, Preconditions conditions) {
        core.data().delete().delete(caller, id(id), conditions);
    }

    private static Preconditions only(TaggedDocument document) {
        return new Preconditions(Optional.of(new Tags(false, Set.of(document.tag()))), Optional.empty());
    }

    private static Preconditions but(TaggedDocument document) {
        return new Preconditions(Optional.empty(), Optional.of(new Tags(false, Set.of(document.tag()))));
    }
}
