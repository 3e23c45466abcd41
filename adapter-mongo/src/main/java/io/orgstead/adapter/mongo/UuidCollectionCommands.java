package io.orgstead.adapter.mongo;

import com.mongodb.MongoCommandException;
import io.orgstead.domain.data.TenantMovedException;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.port.MoveOutcome;
import java.util.Optional;
import java.util.UUID;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;

/**
 * Commands that name the collection by the UUID which the server gave it at birth (MongoDB 6.0 and later). The server
 * itself compares: no collection but the one meant is ever moved or dropped.
 */
final class UuidCollectionCommands implements CollectionCommands {

    private final CollectionStatements statements;
    private final CollectionCatalog catalog;

    UuidCollectionCommands(CollectionStatements statements, CollectionCatalog catalog) {
        this.statements = statements;
        this.catalog = catalog;
    }

    /**
     * Whether the server knows the UUID in commands. Asked by a rename that cannot succeed, because there is no such
     * collection: only a server that compares says so with its own error, one that passes over the field finds nothing,
     * and others do not know the field or the command.
     *
     * @throws MongoCommandException if the server refuses for a reason that says nothing of this, such as missing rights
     */
    static boolean areSupported(CollectionStatements statements) {
        String nowhere = "orgstead_none_" + UUID.randomUUID();
        try {
            statements.rename(nowhere, nowhere + "_", condition(new BsonBinary(UUID.randomUUID())));
            return false;
        } catch (MongoCommandException e) {
            return isComparing(e);
        }
    }

    /** What the refusal of such a rename tells. */
    static boolean isComparing(MongoCommandException refusal) {
        return switch (refusal.getErrorCode()) {
            case ServerErrors.COLLECTION_UUID_MISMATCH -> true;
            case ServerErrors.NO_CODE,
                    ServerErrors.NAMESPACE_NOT_FOUND,
                    ServerErrors.UNKNOWN_FIELD,
                    ServerErrors.COMMAND_NOT_FOUND,
                    ServerErrors.COMMAND_NOT_SUPPORTED,
                    ServerErrors.NOT_IMPLEMENTED,
                    ServerErrors.FEATURE_NOT_SUPPORTED -> false;
            default -> throw refusal;
        };
    }

    @Override
    public boolean areBound() {
        return true;
    }

    @Override
    public Optional<CollectionIncarnation> identify(String name) {
        return catalog.entry(name).map(entry -> CollectionIdentity.of(entry).orElse(CollectionIdentity.UNKNOWN));
    }

    @Override
    public BsonDocument marked(BsonDocument marker) {
        return marker;
    }

    @Override
    public MoveOutcome rename(String from, CollectionIncarnation incarnation, String to) {
        Optional<BsonBinary> uuid = CollectionIdentity.toUuid(incarnation);
        if (uuid.isEmpty()) {
            return MoveOutcome.SOURCE_GONE;
        }
        try {
            statements.rename(from, to, condition(uuid.get()));
            return MoveOutcome.MOVED;
        } catch (MongoCommandException e) {
            return switch (e.getErrorCode()) {
                case ServerErrors.NAMESPACE_EXISTS -> MoveOutcome.TARGET_TAKEN;
                case ServerErrors.COLLECTION_UUID_MISMATCH -> whereItIs(e, to);
                default -> throw e;
            };
        }
    }

    @Override
    public boolean drop(String name, CollectionIncarnation incarnation) {
        Optional<BsonBinary> uuid = CollectionIdentity.toUuid(incarnation);
        if (uuid.isEmpty()) {
            return false;
        }
        try {
            statements.drop(name, condition(uuid.get()));
            return true;
        } catch (MongoCommandException e) {
            if (e.getErrorCode() != ServerErrors.COLLECTION_UUID_MISMATCH) {
                throw e;
            }
            return false;
        }
    }

    @Override
    public void bind(BsonDocument command, String name, CollectionIncarnation incarnation) {
        command.putAll(condition(CollectionIdentity.toUuid(incarnation).orElseThrow(TenantMovedException::new)));
    }

    /** The refusal tells where in the database the collection of that UUID is, if anywhere. */
    private static MoveOutcome whereItIs(MongoCommandException mismatch, String to) {
        return new BsonString(to).equals(mismatch.getResponse().get("actualCollection"))
                ? MoveOutcome.MOVED
                : MoveOutcome.SOURCE_GONE;
    }

    private static BsonDocument condition(BsonBinary uuid) {
        return new BsonDocument("collectionUUID", uuid);
    }
}
