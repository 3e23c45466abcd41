package io.orgstead.adapter.mongo;

import com.mongodb.MongoException;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.MoveOutcome;
import io.orgstead.domain.port.TenantCollections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The organizations' collections, in the master database as in the seed document. A private collection is named by the
 * organization's id, under a prefix that no public name has.
 */
final class MongoTenantCollections implements TenantCollections {

    private static final Logger LOG = LoggerFactory.getLogger(MongoTenantCollections.class);
    private static final String STAGED_PREFIX = "orgstead_staged_";
    private static final Pattern STAGED = Pattern.compile("^" + STAGED_PREFIX + "[0-9a-f]{24}$");

    private final MasterDatabase master;
    private final TenantParts parts;
    private final CollectionCommands commands;

    MongoTenantCollections(MasterDatabase master, TenantParts parts, CollectionCommands commands) {
        this.master = master;
        this.parts = parts;
        this.commands = commands;
    }

    /** Asks the server once which kind of commands it knows. */
    static CollectionCommands commands(MasterDatabase master) {
        CollectionCatalog catalog = new CollectionCatalog(master.database());
        CollectionStatements statements = new CollectionStatements(master);
        if (UuidCollectionCommands.areSupported(statements)) {
            return new UuidCollectionCommands(statements, catalog);
        }
        LOG.warn(
                "the MongoDB server knows no collectionUUID in commands (it is older than 6.0, or no MongoDB):"
                        + " collections are moved, dropped, read and written by name, after a look whether they are the ones meant");
        return new NameCollectionCommands(master, statements, catalog);
    }

    @Override
    public Optional<CollectionIncarnation> find(CollectionName name) {
        return StoreCall.make(() -> commands.identify(name.value()));
    }

    @Override
    public CollectionIncarnation stage(TenantMarker marker, IsolationModel model) {
        String name = staged(marker.organizationId());
        return StoreCall.make(() -> {
            insertOnce(name, commands.marked(write(marker)));
            // Gone again already: recovery has rolled the creation back meanwhile.
            return commands.identify(name)
                    .orElseThrow(() -> new IllegalStateException("the staged collection " + name + " is gone"));
        });
    }

    @Override
    public MoveOutcome publish(OrganizationId organization, CollectionIncarnation incarnation, CollectionName to) {
        return StoreCall.make(() -> commands.rename(staged(organization), incarnation, to.value()));
    }

    @Override
    public void discardStaged(OrganizationId organization) {
        // No other collection ever has this name, so there is none to be confused with.
        StoreCall.run(() -> master.collection(staged(organization)).drop());
    }

    @Override
    public List<OrganizationId> findStaged(int limit) {
        return StoreCall.make(() -> parts.catalog().names(STAGED, limit).stream()
                .map(name -> new OrganizationId(name.substring(STAGED_PREFIX.length())))
                .toList());
    }

    @Override
    public MoveOutcome rename(CollectionName from, CollectionIncarnation incarnation, CollectionName to) {
        return StoreCall.make(() -> {
            if (from.equals(to)) {
                return commands.identify(to.value()).filter(incarnation::equals).isPresent()
                        ? MoveOutcome.MOVED
                        : MoveOutcome.SOURCE_GONE;
            }
            return commands.rename(from.value(), incarnation, to.value());
        });
    }

    @Override
    public void drop(CollectionName name, CollectionIncarnation incarnation) {
        StoreCall.run(() -> {
            commands.drop(name.value(), incarnation);
            parts.forget(incarnation);
        });
    }

    @Override
    public boolean isPresent(CollectionName name, CollectionIncarnation incarnation) {
        return StoreCall.make(() ->
                commands.identify(name.value()).filter(incarnation::equals).isPresent());
    }

    private void insertOnce(String collection, BsonDocument marker) {
        try {
            master.collection(collection).insertOne(marker);
        } catch (MongoException e) {
            if (!StoreCall.isDuplicateKey(e)) {
                throw e;
            }
        }
    }

    private static BsonDocument write(TenantMarker marker) {
        return BsonValues.byId(marker.organizationId().value())
                .append("initialized", BsonBoolean.TRUE)
                .append("created_at", BsonValues.instant(marker.createdAt()))
                .append("organization", new BsonString(marker.organization().value()));
    }

    private static String staged(OrganizationId organization) {
        return STAGED_PREFIX + organization.value();
    }
}
