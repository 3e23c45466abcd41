package io.orgstead.application.internal.move;

import io.orgstead.application.internal.data.DataPorts;
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
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.Organization;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The private collection that an organization's documents are copied to. Throws
 * {@link ConflictException} (operation in progress) once somebody has discarded it.
 */
public final class Target implements Side {

    private final DataPorts ports;
    private final TenantScope hidden;

    /** This collection of that organization. */
    public Target(DataPorts ports, Organization organization, CollectionIncarnation staged) {
        this.ports = ports;
        this.hidden = TenantScope.ofStaged(organization, staged);
    }

    private <T> T within(Function<TenantScope, T> work) {
        try {
            return work.apply(hidden);
        } catch (TenantMovedException discarded) {
            throw ConflictException.operationInProgress();
        }
    }

    @Override
    public List<Document> page(Optional<Value> after) {
        return within(scope -> {
            Page page = new Page();
            ports.documents().scan(scope, after, page::add);
            return page.documents();
        });
    }

    @Override
    public Optional<Document> find(Value id) {
        return within(scope -> ports.documents().findById(scope, id));
    }

    /** How much is kept. */
    public Usage usage() {
        return within(ports.documents()::usage);
    }

    InsertOutcome insert(List<Document> documents) {
        return within(scope -> ports.documents().insert(scope, documents, Quota.UNLIMITED));
    }

    boolean delete(Document expected) {
        return within(scope -> ports.documents().delete(scope, expected));
    }

    List<IndexDefinition> indexes() {
        return within(ports.indexes()::list);
    }

    IndexOutcome createIndex(IndexDefinition index) {
        return within(scope -> ports.indexes().create(scope, index, Integer.MAX_VALUE));
    }

    boolean dropIndex(String name) {
        return within(scope -> ports.indexes().drop(scope, name));
    }
}
