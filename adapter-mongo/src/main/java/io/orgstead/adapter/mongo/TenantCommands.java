package io.orgstead.adapter.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoDatabase;
import io.orgstead.domain.data.TenantMovedException;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.organization.IsolationModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * Commands on an organization's collection, and on no other that has come to its name: each is bound to the collection itself,
 * as far as the server can do that ({@link CollectionCommands#bind}). The driver's own methods cannot say which collection they
 * mean, so the commands are put together here. How long each may take in the server the driver adds.
 */
final class TenantCommands {

    /** Text compares byte by byte, whatever another program has set for the collection. */
    static final BsonDocument SIMPLE = new BsonDocument("locale", new BsonString("simple"));

    private static final BsonDocument MAJORITY = new BsonDocument("level", new BsonString("majority"));

    private final MasterDatabase master;
    private final CollectionCommands commands;
    private final OwnDatabases databases;
    private final Optional<Duration> limit;

    TenantCommands(
            MasterDatabase master, CollectionCommands commands, OwnDatabases databases, Optional<Duration> limit) {
        this.master = master;
        this.commands = commands;
        this.databases = databases;
        this.limit = limit;
    }

    /** The same with more time, for what goes through a whole collection. */
    TenantCommands within(Duration limit) {
        return new TenantCommands(master, commands, databases, Optional.of(limit));
    }

    /**
     * Sends a command.
     *
     * @param command what, without the collection's name in the value of its first field
     * @throws TenantMovedException if the collection is not there
     * @throws MongoCommandException if it is refused
     */
    BsonDocument run(TenantCollection collection, BsonDocument command) {
        BsonDocument complete = collection.layout().scoped(command).clone();
        complete.put(command.getFirstKey(), new BsonString(stored(collection)));
        bind(collection, complete);
        try {
            BsonDocument answer =
                    database(collection).runCommand(complete, ReadPreference.primary(), BsonDocument.class);
            WriteResult.of(answer).requireThere();
            return answer;
        } catch (MongoCommandException e) {
            if (isElsewhere(e.getErrorCode())) {
                databases.forget(collection.incarnation());
                throw new TenantMovedException();
            }
            throw e;
        }
    }

    private void bind(TenantCollection collection, BsonDocument command) {
        switch (collection.model()) {
            case COLLECTION -> commands.bind(command, collection.name(), collection.incarnation());
            case DATABASE -> command.append("collectionUUID", databases.uuidOf(collection));
            // The tenant in every condition says which documents are meant.
            case SHARED -> {}
        }
    }

    /** The database that it is in. */
    private MongoDatabase database(TenantCollection collection) {
        MongoDatabase database = collection.model() == IsolationModel.DATABASE
                ? databases.database(collection.organization())
                : master.database();
        return limit.map(most -> database.withTimeout(most.toMillis(), TimeUnit.MILLISECONDS))
                .orElse(database);
    }

    /** The name of the collection that its documents are in. */
    private static String stored(TenantCollection collection) {
        return switch (collection.model()) {
            case COLLECTION -> collection.name();
            case DATABASE -> OwnDatabases.collectionName(collection.incarnation());
            case SHARED -> SharedLayout.COLLECTION;
        };
    }

    /** What the server lists as the indexes under the collection's name, whichever collection that is. */
    List<BsonDocument> indexesUnderName(TenantCollection collection) {
        return database(collection)
                .getCollection(stored(collection))
                .listIndexes(BsonDocument.class)
                .into(new ArrayList<>());
    }

    /** Whether an error says that the collection is not under its name. */
    static boolean isElsewhere(int error) {
        return error == ServerErrors.COLLECTION_UUID_MISMATCH || error == ServerErrors.NAMESPACE_NOT_FOUND;
    }

    /**
     * Sends a {@code find} or {@code aggregate}, and takes what comes with the first answer, which the server keeps to 16 MB.
     *
     * @param most the most documents wanted
     */
    Batch read(TenantCollection collection, BsonDocument command, int most) {
        BsonDocument complete = command.clone().append("readConcern", MAJORITY).append("collation", SIMPLE);
        if (complete.getFirstKey().equals("find")) {
            complete.append("limit", new BsonInt64(most)).append("batchSize", new BsonInt64(most));
        } else {
            complete.append("cursor", new BsonDocument("batchSize", new BsonInt64(most)));
        }
        complete.append("allowDiskUse", BsonBoolean.TRUE);
        BsonDocument cursor = run(collection, complete).getDocument("cursor");
        List<BsonDocument> found = new ArrayList<>();
        for (BsonValue document : cursor.getArray("firstBatch")) {
            found.add(document.asDocument());
        }
        BsonInt64 id = cursor.getInt64("id");
        boolean cut = id.getValue() != 0;
        if (cut) {
            database(collection)
                    .runCommand(new BsonDocument("killCursors", new BsonString(stored(collection)))
                            .append("cursors", new BsonArray(List.of(id))));
        }
        return new Batch(found, cut);
    }

    /** Sends a {@code find} of whole documents of the organization; see {@link #read}. */
    Batch documents(TenantCollection collection, BsonDocument find, int most) {
        TenantLayout layout = collection.layout();
        BsonDocument projected = layout.whole().isEmpty() ? find : find.clone().append("projection", layout.whole());
        Batch found = read(collection, projected, most);
        return new Batch(found.documents().stream().map(layout::document).toList(), found.cut());
    }

    /**
     * Sends an {@code insert}, {@code update} or {@code delete} whose acknowledgement is to be believed.
     *
     * @throws com.mongodb.MongoException if it is not acknowledged as it has to be
     */
    WriteResult write(TenantCollection collection, BsonDocument command) {
        WriteResult result = WriteResult.of(
                run(collection, command.clone().append("writeConcern", MasterDatabase.DURABLE.asDocument())));
        result.requireDurable();
        return result;
    }

    /**
     * Sends an {@code insert} or {@code update} of whole documents, which are stored as they are, also where the server would
     * put its own time in the place of an empty time stamp.
     *
     * @throws InvalidValueException if the server is one that cannot but do so, from before MongoDB 8.0
     */
    WriteResult writeAsIs(TenantCollection collection, BsonDocument command, List<BsonDocument> documents) {
        if (documents.stream().noneMatch(TenantCommands::holdsEmptyTimestamp)) {
            return write(collection, command);
        }
        try {
            return write(collection, command.clone().append("bypassEmptyTsReplacement", BsonBoolean.TRUE));
        } catch (MongoCommandException e) {
            if (e.getErrorCode() == ServerErrors.UNKNOWN_FIELD) {
                throw new InvalidValueException(
                        "the store does not keep an empty timestamp in a field of the document");
            }
            throw e;
        }
    }

    private static boolean holdsEmptyTimestamp(BsonDocument document) {
        return document.values().stream()
                .anyMatch(value -> value.isTimestamp() && value.asTimestamp().getValue() == 0);
    }

    /**
     * Documents that came with one answer.
     *
     * @param documents them
     * @param cut whether there are more that had no room in it
     */
    record Batch(List<BsonDocument> documents, boolean cut) {}
}
