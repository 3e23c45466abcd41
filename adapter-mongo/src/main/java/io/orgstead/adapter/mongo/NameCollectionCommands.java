package io.orgstead.adapter.mongo;

import com.mongodb.MongoCommandException;
import io.orgstead.domain.data.TenantMovedException;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.port.MoveOutcome;
import java.util.Optional;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;

/**
 * Commands for servers that know no UUID in commands (MongoDB before 6.0, and some that only speak its protocol): a look
 * whether the collection is the one meant, then the command by name.
 *
 * <p>The guarantee is weaker. Look and command are two steps: a process that stalls between them for longer than its
 * lease, while the name changes hands, moves or drops what it did not mean. Where the server does not tell UUIDs at all,
 * the collection's marker document tells it apart, which therefore gets a field of its own at birth; collections that have
 * no marker cannot be told from each other.
 */
final class NameCollectionCommands implements CollectionCommands {

    private static final BsonDocument NO_CONDITION = new BsonDocument();
    private static final String INCARNATION = "incarnation";
    private static final BsonDocument MARKER = new BsonDocument("initialized", BsonBoolean.TRUE);

    private final MasterDatabase master;
    private final CollectionStatements statements;
    private final CollectionCatalog catalog;

    NameCollectionCommands(MasterDatabase master, CollectionStatements statements, CollectionCatalog catalog) {
        this.master = master;
        this.statements = statements;
        this.catalog = catalog;
    }

    @Override
    public boolean areBound() {
        return false;
    }

    @Override
    public Optional<CollectionIncarnation> identify(String name) {
        return catalog.entry(name).map(entry -> CollectionIdentity.of(entry).orElseGet(() -> identifyByMarker(name)));
    }

    @Override
    public BsonDocument marked(BsonDocument marker) {
        return marker.clone().append(INCARNATION, new BsonObjectId());
    }

    @Override
    public MoveOutcome rename(String from, CollectionIncarnation incarnation, String to) {
        // Always the old name before the new one: a rename that somebody else makes meanwhile is then not missed.
        if (!isAt(from, incarnation)) {
            return isAt(to, incarnation) ? MoveOutcome.MOVED : MoveOutcome.SOURCE_GONE;
        }
        try {
            statements.rename(from, to, NO_CONDITION);
            return MoveOutcome.MOVED;
        } catch (MongoCommandException e) {
            if (!isAt(from, incarnation)) {
                return isAt(to, incarnation) ? MoveOutcome.MOVED : MoveOutcome.SOURCE_GONE;
            }
            if (e.getErrorCode() == ServerErrors.NAMESPACE_EXISTS) {
                return MoveOutcome.TARGET_TAKEN;
            }
            throw e;
        }
    }

    @Override
    public boolean drop(String name, CollectionIncarnation incarnation) {
        if (!isAt(name, incarnation)) {
            return false;
        }
        try {
            statements.drop(name, NO_CONDITION);
            return true;
        } catch (MongoCommandException e) {
            if (e.getErrorCode() != ServerErrors.NAMESPACE_NOT_FOUND) {
                throw e;
            }
            return false;
        }
    }

    /** A look only: a command that is stalled behind it for long enough meets whatever has come to the name meanwhile. */
    @Override
    public void bind(BsonDocument command, String name, CollectionIncarnation incarnation) {
        if (!isAt(name, incarnation)) {
            throw new TenantMovedException();
        }
    }

    private boolean isAt(String name, CollectionIncarnation incarnation) {
        return identify(name).filter(incarnation::equals).isPresent();
    }

    private CollectionIncarnation identifyByMarker(String name) {
        BsonDocument marker = master.collection(name).find(MARKER).first();
        return marker == null
                ? CollectionIdentity.UNKNOWN
                : new CollectionIncarnation("marker " + marker.get(INCARNATION, marker.get("_id")));
    }
}
