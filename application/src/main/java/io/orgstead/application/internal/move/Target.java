package io.orgstead.application.internal.move;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.IndexOutcome;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.TenantMovedException;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Usage;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.domain.port.TenantIndexes;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The collection that an organization's documents are copied to. Throws
 * {@link ConflictException} (operation in progress) once somebody has discarded it.
 */
public final class Target implements Side {

    private final TenantDocuments documents;
    private final TenantIndexes indexes;
    private final TenantScope scope;

    /** This collection of an organization. */
    public Target(TenantDocuments documents, TenantIndexes indexes, TenantScope scope) {
        this.documents = documents;
        this.indexes = indexes;
        this.scope = scope;
    }

    private <T> T within(Function<TenantScope, T> work) {
        try {
            return work.apply(scope);
        } catch (TenantMovedException discarded) {
            throw ConflictException.operationInProgress();
        }
    }

    private void reach(Consumer<TenantScope> work) {
        within(at -> {
            work.accept(at);
            return at;
        });
    }

    @Override
    public List<Document> page(Optional<Value> after) {
        return within(at -> Page.from(documents, at, after));
    }

    Optional<Document> find(Value id) {
        return within(at -> documents.findById(at, id));
    }

    /** How much is kept. */
    public Usage usage() {
        return within(documents::usage);
    }

    InsertOutcome insert(List<Document> added) {
        return within(at -> documents.insert(at, added, Quota.UNLIMITED));
    }

    /** If it is still there, as it was found. */
    void delete(Document expected) {
        reach(at -> documents.delete(at, expected));
    }

    @Override
    public List<IndexDefinition> indexes() {
        return within(indexes::list);
    }

    IndexOutcome createIndex(IndexDefinition index) {
        return within(at -> indexes.create(at, index, Integer.MAX_VALUE));
    }

    /** If it is still there. */
    void dropIndex(String name) {
        reach(at -> indexes.drop(at, name));
    }
}
