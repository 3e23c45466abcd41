package io.orgstead.adapter.mongo;

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
import java.util.stream.Stream;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The organizations' collections. Those with names are in the master database as in the seed document, where a private one is named
 * by the organization's id, under a prefix that no public name has; for the others see {@link PlacedCollections}.
 */
final class MongoTenantCollections implements TenantCollections {

    private static final Logger LOG = LoggerFactory.getLogger(MongoTenantCollections.class);
    private static final Pattern STAGED = Pattern.compile("^" + TenantCollection.PRIVATE_PREFIX + "[0-9a-f]{24}$");

    private final MasterDatabase master;
    private final TenantParts parts;
    private final CollectionCommands commands;
    private final PlacedCollections placed;

    MongoTenantCollections(MasterDatabase master, TenantParts parts, CollectionCommands commands) {
        this.master = master;
        this.parts = parts;
        this.commands = commands;
        this.placed = new PlacedCollections(master, parts);
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
        BsonObjectId organization = BsonValues.id(marker.organizationId().value());
        if (model == IsolationModel.COLLECTION) {
            return StoreCall.make(() -> {
                placed.discardStaged(organization);
                return stageNamed(marker);
            });
        }
        PlacedCollections.require(commands);
        return StoreCall.make(() -> {
            discardNamed(marker.organizationId());
            return placed.stage(organization, model, write(marker));
        });
    }

    private CollectionIncarnation stageNamed(TenantMarker marker) {
        String name = staged(marker.organizationId());
        MarkerInsert.once(master.collection(name), commands.marked(write(marker)));
        // Gone again already: recovery has rolled the creation back meanwhile.
        return commands.identify(name)
                .orElseThrow(() -> new IllegalStateException("the staged collection " + name + " is gone"));
    }

    @Override
    public MoveOutcome publish(OrganizationId organization, CollectionIncarnation incarnation, CollectionName to) {
        return StoreCall.make(() -> isPlaced(incarnation)
                ? parts.places().publish(BsonValues.id(organization.value()), incarnation)
                : commands.rename(staged(organization), incarnation, to.value()));
    }

    private static boolean isPlaced(CollectionIncarnation incarnation) {
        return Incarnations.modelOf(incarnation) != IsolationModel.COLLECTION;
    }

    @Override
    public void discardStaged(OrganizationId organization) {
        StoreCall.run(() -> {
            placed.discardStaged(BsonValues.id(organization.value()));
            discardNamed(organization);
        });
    }

    private void discardNamed(OrganizationId organization) {
        // No other collection ever has this name, so there is none to be confused with.
        String name = staged(organization);
        Optional<CollectionIncarnation> incarnation = commands.identify(name);
        master.collection(name).drop();
        incarnation.ifPresent(parts::forget);
    }

    @Override
    public List<OrganizationId> findStaged(int limit) {
        return StoreCall.make(() -> Stream.concat(
                        parts.catalog().names(STAGED, limit).stream()
                                .map(name -> name.substring(TenantCollection.PRIVATE_PREFIX.length())),
                        parts.places().staged(limit).stream()
                                .map(id -> id.getValue().toHexString()))
                .distinct()
                .limit(limit)
                .map(OrganizationId::new)
                .toList());
    }

    @Override
    public MoveOutcome rename(CollectionName from, CollectionIncarnation incarnation, CollectionName to) {
        return StoreCall.make(() -> {
            if (isPlaced(incarnation)) {
                return parts.places().isPublic(incarnation) ? MoveOutcome.MOVED : MoveOutcome.SOURCE_GONE;
            }
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
            if (isPlaced(incarnation)) {
                placed.drop(incarnation);
                return;
            }
            // One that has another name by now is not gone, and neither is what is kept beside it.
            if (commands.drop(name.value(), incarnation)
                    || parts.catalog().nameOf(incarnation).isEmpty()) {
                parts.forget(incarnation);
            }
        });
    }

    @Override
    public boolean isPresent(CollectionName name, CollectionIncarnation incarnation) {
        return StoreCall.make(() -> isPlaced(incarnation)
                ? placed.isPresent(incarnation)
                : commands.identify(name.value()).filter(incarnation::equals).isPresent());
    }

    private static BsonDocument write(TenantMarker marker) {
        return BsonValues.byId(marker.organizationId().value())
                .append("initialized", BsonBoolean.TRUE)
                .append("created_at", BsonValues.instant(marker.createdAt()))
                .append("organization", new BsonString(marker.organization().value()));
    }

    private static String staged(OrganizationId organization) {
        return TenantCollection.PRIVATE_PREFIX + organization.value();
    }
}
