package io.orgstead.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.application.usecase.data.ImportDocuments;
import io.orgstead.application.usecase.data.ManageSchema;
import io.orgstead.application.usecase.data.PatchDocument;
import io.orgstead.application.usecase.data.Preconditions;
import io.orgstead.application.usecase.data.ReplaceDocument;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentSchema;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.failure.SchemaViolatedException;
import io.orgstead.domain.failure.SchemaViolation;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.port.SchemaValidator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SchemaTest {

    private static final DocumentSchema SKU = RequiringValidator.requiring("sku");
    private static final DocumentSchema PRICE = RequiringValidator.requiring("price");

    private final DataCore core = new DataCore();

    @AfterEach
    void close() {
        core.close();
    }

    private ManageSchema schema() {
        return core.data().schema().orElseThrow();
    }

    private static void assertViolated(String place, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SchemaViolatedException.class,
                        violated -> assertThat(violated.violations())
                                .extracting(SchemaViolation::place)
                                .containsExactly(place));
    }

    @Test
    void isSetShownAndRemoved() {
        assertThat(schema().find(core.acme)).isEmpty();
        assertThat(schema().set(core.acme, SKU)).isFalse();
        assertThat(schema().set(core.acme, PRICE)).isTrue();
        assertThat(schema().find(core.acme)).contains(PRICE);
        assertThat(schema().find(core.beta)).isEmpty();
        schema().remove(core.acme);
        assertThat(schema().find(core.acme)).isEmpty();
        Refused.with(FailureCode.SCHEMA_NOT_FOUND, () -> schema().remove(core.acme));
        Refused.with(FailureCode.INVALID_VALUE, () -> schema().set(core.acme, RequiringValidator.requiring("")));
    }

    @Test
    void everyWayToStoreADocumentKeepsToIt() {
        core.insert(core.acme, DataCore.document("_id", "a", "sku", 1));
        schema().set(core.acme, SKU);

        assertViolated(
                "1.sku",
                () -> core.insert(core.acme, DataCore.document("_id", "b", "sku", 2), DataCore.document("_id", "c")));
        assertViolated("sku", () -> replace("a", DataCore.document("n", 1)));
        assertViolated("sku", () -> replace("new", DataCore.document("n", 1)));
        assertViolated(
                "sku",
                () -> core.data()
                        .patch()
                        .patch(
                                core.acme,
                                new PatchDocument.Command(
                                        DataCore.id("a"),
                                        DataCore.document("sku", Value.Null.INSTANCE),
                                        Preconditions.NONE)));
        assertThat(core.all(core.acme)).containsExactly(DataCore.document("_id", "a", "sku", 1));
        replace("a", DataCore.document("sku", 2));
        core.insert(core.beta, DataCore.document("_id", "free"));
    }

    private void replace(String id, Document document) {
        core.data()
                .replace()
                .replace(core.acme, new ReplaceDocument.Command(DataCore.id(id), document, Preconditions.NONE));
    }

    @Test
    void documentsThatAreThereAreLookedAtFirst() {
        schema().set(core.acme, SKU);
        core.insert(core.acme, DataCore.document("_id", "a", "sku", 1));

        assertViolated("a.price", () -> schema().set(core.acme, PRICE));
        assertThat(schema().find(core.acme)).as("what held before").contains(SKU);
    }

    @Test
    void offendersAreToldByTheirIdsAndNoMoreThanTwenty() {
        core.insert(
                core.acme,
                DataCore.document("_id", new Value.ObjectId("65f0c0ffee65f0c0ffee0003")),
                DataCore.document("_id", "a"));
        assertThatThrownBy(() -> schema().set(core.acme, SKU))
                .isInstanceOfSatisfying(
                        SchemaViolatedException.class,
                        violated -> assertThat(violated.violations())
                                .extracting(SchemaViolation::place)
                                .containsExactlyInAnyOrder("65f0c0ffee65f0c0ffee0003.sku", "a.sku"));

        core.insert(
                core.acme,
                IntStream.range(0, 30)
                        .mapToObj(i -> DataCore.document("_id", "b%02d".formatted(i)))
                        .toArray(Document[]::new));
        AtomicInteger looked = new AtomicInteger();
        ManageSchema counting = core.core
                .builder()
                .organizationData(core.memory.documents(), core.memory.indexes(), core.memory.records())
                .documentSchemas(core.core.store.tenantSchemas(), new SchemaValidator() {
                    @Override
                    public void requireUsable(DocumentSchema schema) {
                        // Every one is.
                    }

                    @Override
                    public List<SchemaViolation> violations(DocumentSchema schema, Document document) {
                        looked.incrementAndGet();
                        return new RequiringValidator().violations(schema, document);
                    }
                })
                .build()
                .organizationData()
                .orElseThrow()
                .schema()
                .orElseThrow();
        assertThatThrownBy(() -> counting.set(core.acme, SKU)).isInstanceOf(SchemaViolatedException.class);
        assertThat(looked).hasValue(SchemaViolatedException.MAX_TOLD);
    }

    @Test
    void aRefusalTellsThatTheSchemaBeforeCouldNotBePutBack() {
        core.insert(core.acme, DataCore.document("_id", "a"));
        AtomicInteger changes = new AtomicInteger();
        StoreUnavailableException away = new StoreUnavailableException(null);
        core.interfering = Interfering.before("replace", () -> {
            if (changes.incrementAndGet() == 2) {
                throw away;
            }
        });
        assertThatThrownBy(() -> schema().set(core.acme, SKU))
                .isInstanceOf(SchemaViolatedException.class)
                .satisfies(refusal -> assertThat(refusal.getSuppressed()).containsExactly(away));
    }

    @Test
    void anImportStopsAtTheFirstDocumentThatViolatesIt() {
        schema().set(core.acme, SKU);
        ImportDocuments.Result result = core.data()
                .load()
                .load(
                        core.acme,
                        ImportDocuments.OnConflict.FAIL,
                        new Lines(List.of(
                                DataCore.document("_id", "a", "sku", 1),
                                DataCore.document("_id", "b", "sku", 2),
                                DataCore.document("_id", "c"),
                                DataCore.document("_id", "d", "sku", 4))));
        assertThat(result.inserted()).isEqualTo(2);
        assertThat(result.stopped().orElseThrow().line()).isEqualTo(3);
        assertThat(core.all(core.acme)).extracting(Document::id).containsExactly(DataCore.id("a"), DataCore.id("b"));
        assertThat(result.stopped().get().reason())
                .isInstanceOfSatisfying(
                        SchemaViolatedException.class,
                        violated -> assertThat(violated.violations())
                                .extracting(SchemaViolation::place)
                                .containsExactly("sku"));
    }

    @Test
    void aDocumentThatSlipsInWhileTheSchemaIsSetIsTakenBack() {
        core.interfering = Interfering.before(
                "insert",
                () -> core.core
                        .store
                        .tenantSchemas()
                        .replace(core.acme.organizationId(), Optional.empty(), Optional.of(SKU)));
        assertViolated("0.sku", () -> core.insert(core.acme, DataCore.document("_id", "a")));
        assertThat(core.all(core.acme)).isEmpty();
    }

    @Test
    void whoWroteNothingTakesNothingBack() {
        Document same = DataCore.document("_id", "a", "n", 1);
        core.interfering = Interfering.before("insert", () -> {
            core.interfering = Interfering.NOT;
            core.insert(core.acme, same);
            core.core.store.tenantSchemas().replace(core.acme.organizationId(), Optional.empty(), Optional.of(SKU));
        });
        replace("a", DataCore.document("n", 1));
        assertThat(core.all(core.acme)).as("somebody else's, though equal").containsExactly(same);
    }

    @Test
    void goesWithTheOrganization() {
        schema().set(core.acme, SKU);
        core.management().deleteOrganization().delete(core.acme, Optional.empty());
        assertThat(core.core.store.tenantSchemas().find(core.acme.organizationId()))
                .isEmpty();
    }
}
