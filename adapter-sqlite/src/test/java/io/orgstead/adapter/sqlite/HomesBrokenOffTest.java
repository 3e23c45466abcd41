package io.orgstead.adapter.sqlite;

import static io.orgstead.testkit.Documents.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.TenantMovedException;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.MoveOutcome;
import io.orgstead.testkit.Samples;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Crashes between the steps in which what has no name comes, becomes public and goes. The store is put into the state in which
 * the crash leaves it, opened again, and the call made once more, or the one that undoes it.
 */
class HomesBrokenOffTest {

    private static final String PUT_BACK = "UPDATE tenant_collections SET phase = ?";

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    @TempDir
    private Path folder;

    private final Organization organization = new Samples().active(new Samples().name());
    private final TenantMarker marker = TenantMarker.of(organization);
    private SqliteStore store;
    private SqliteTenantCollections collections;

    private void open() {
        store = stores.in(folder);
        collections = new SqliteTenantCollections(store.tenants(), store.tenantFiles());
    }

    private void reopen() {
        store.close();
        open();
    }

    private void register(String sql, Object... parameters) {
        store.tenants().write(session -> session.update(sql, parameters));
    }

    private SqliteTenantDocuments documents() {
        return new SqliteTenantDocuments(new TenantData(store));
    }

    private void fill(TenantScope scope) {
        List<Document> batch = List.of(document("_id", "a"), document("_id", "b"));
        assertThat(documents().insert(scope, batch, Quota.UNLIMITED)).isEqualTo(new InsertOutcome.Inserted());
    }

    private void expectNobodyReaches(TenantScope scope) {
        assertThatExceptionOfType(TenantMovedException.class)
                .isThrownBy(() -> documents().usage(scope));
    }

    private boolean isPresent(CollectionIncarnation incarnation) {
        return collections.isPresent(organization.collection(), incarnation);
    }

    /** Enters a collection, and dies before there is anything of it. */
    private CollectionIncarnation breakOffStaging(IsolationModel model) {
        open();
        CollectionIncarnation incarnation = collections.stage(marker, model);
        if (TenantFileId.of(organization.id(), incarnation) instanceof TenantFileId.Own own) {
            store.tenantFiles().remove(own, store.tenants().deadline());
        } else {
            removeFromShared(incarnation);
        }
        register(PUT_BACK, "coming");
        reopen();
        assertThat(collections.findStaged(9)).containsExactly(organization.id());
        assertThat(isPresent(incarnation)).isFalse();
        return incarnation;
    }

    private void removeFromShared(CollectionIncarnation incarnation) {
        store.tenants()
                .write(register -> store.tenantFiles().write(TenantFileId.Shared.FILE, register, session -> {
                    new TenantTables(session).forget(incarnation);
                    return TenantRows.shared(session, SharedTables.DOCUMENTS, incarnation.value())
                            .delete("");
                }));
    }

    @ParameterizedTest
    @EnumSource(names = "COLLECTION", mode = EnumSource.Mode.EXCLUDE)
    void stagingIsCompletedUnderTheSameIncarnation(IsolationModel model) {
        CollectionIncarnation incarnation = breakOffStaging(model);
        assertThat(collections.publish(organization.id(), incarnation, organization.collection()))
                .isEqualTo(MoveOutcome.SOURCE_GONE);

        assertThat(collections.stage(marker, model)).isEqualTo(incarnation);

        fill(TenantScope.ofStaged(organization, incarnation));
        reopen();
        assertThat(documents()
                        .usage(TenantScope.ofStaged(organization, incarnation))
                        .documents())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = "COLLECTION", mode = EnumSource.Mode.EXCLUDE)
    void stagingIsSweptUp(IsolationModel model) {
        CollectionIncarnation incarnation = breakOffStaging(model);

        collections.discardStaged(organization.id());

        assertThat(collections.findStaged(9)).isEmpty();
        assertThat(isPresent(incarnation)).isFalse();
        assertThat(collections.stage(marker, IsolationModel.COLLECTION)).isNotEqualTo(incarnation);
    }

    /** The documents' file is one step ahead of the register. */
    private CollectionIncarnation breakOffPublishing(IsolationModel model) {
        open();
        CollectionIncarnation incarnation = collections.stage(marker, model);
        fill(TenantScope.ofStaged(organization, incarnation));
        collections.publish(organization.id(), incarnation, organization.collection());
        register(
                "UPDATE tenant_collections SET name = ?, staged_for = ?",
                TenantTables.stagedName(organization.id().value()),
                organization.id().value());
        reopen();
        assertThat(isPresent(incarnation)).isFalse();
        return incarnation;
    }

    @ParameterizedTest
    @EnumSource(names = "COLLECTION", mode = EnumSource.Mode.EXCLUDE)
    void publishingIsCompleted(IsolationModel model) {
        CollectionIncarnation incarnation = breakOffPublishing(model);

        assertThat(collections.publish(organization.id(), incarnation, organization.collection()))
                .isEqualTo(MoveOutcome.MOVED);

        assertThat(isPresent(incarnation)).isTrue();
        assertThat(documents().usage(Samples.scope(organization, incarnation)).documents())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = "COLLECTION", mode = EnumSource.Mode.EXCLUDE)
    void publishingIsUndone(IsolationModel model) {
        CollectionIncarnation incarnation = breakOffPublishing(model);

        collections.discardStaged(organization.id());

        expectNobodyReaches(Samples.scope(organization, incarnation));
        expectNothingIsLeft(incarnation);
    }

    private void expectNothingIsLeft(CollectionIncarnation incarnation) {
        assertThat(isPresent(incarnation)).isFalse();
        assertThat(new Removal(store.tenants(), store.tenantFiles()).leavesAnythingOf(incarnation))
                .isFalse();
        assertThat(store.tenants().<String>read(session -> session.ask("SELECT count(*) FROM tenant_collections")))
                .isEqualTo("0");
    }

    /** Entered as going, and not begun. */
    @ParameterizedTest
    @EnumSource(names = "COLLECTION", mode = EnumSource.Mode.EXCLUDE)
    void droppingIsGoneOnWith(IsolationModel model) {
        open();
        CollectionIncarnation incarnation = collections.stage(marker, model);
        collections.publish(organization.id(), incarnation, organization.collection());
        TenantScope scope = Samples.scope(organization, incarnation);
        fill(scope);
        register(PUT_BACK, "going");
        reopen();
        assertThat(isPresent(incarnation)).isTrue();
        assertThat(collections.rename(organization.collection(), incarnation, organization.collection()))
                .isEqualTo(MoveOutcome.SOURCE_GONE);

        collections.drop(organization.collection(), incarnation);

        expectNobodyReaches(scope);
        expectNothingIsLeft(incarnation);
        collections.drop(organization.collection(), incarnation);
    }

    /** Everything is gone but the entry. */
    @ParameterizedTest
    @EnumSource(names = "COLLECTION", mode = EnumSource.Mode.EXCLUDE)
    void droppingIsCompleted(IsolationModel model) {
        CollectionIncarnation incarnation = breakOffStaging(model);
        register("UPDATE tenant_collections SET phase = 'going', staged_for = NULL");
        reopen();
        assertThat(isPresent(incarnation)).isTrue();

        collections.drop(organization.collection(), incarnation);

        expectNothingIsLeft(incarnation);
    }

    /** A private one that was on its way out is not found again by who makes one. */
    @ParameterizedTest
    @EnumSource(names = "COLLECTION", mode = EnumSource.Mode.EXCLUDE)
    void discardingIsCompletedBeforeAnotherIsMade(IsolationModel model) {
        open();
        CollectionIncarnation incarnation = collections.stage(marker, model);
        fill(TenantScope.ofStaged(organization, incarnation));
        register(PUT_BACK, "going");
        reopen();

        CollectionIncarnation next = collections.stage(marker, model);

        assertThat(next).isNotEqualTo(incarnation);
        expectNobodyReaches(TenantScope.ofStaged(organization, incarnation));
        assertThat(documents().usage(TenantScope.ofStaged(organization, next)).documents())
                .isZero();
        assertThat(collections.findStaged(9)).containsExactly(organization.id());
    }
}
