package io.orgstead.adapter.mongo;

import com.mongodb.client.MongoDatabase;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** The commands that move and drop collections. They are given no write concern by the driver, so they carry their own. */
final class CollectionStatements {

    private static final String WRITE_CONCERN = "writeConcern";

    private final MasterDatabase master;

    CollectionStatements(MasterDatabase master) {
        this.master = master;
    }

    /** Runs {@code renameCollection}, with the collection's UUID among the conditions where there is one. */
    void rename(String from, String to, BsonDocument conditions) {
        BsonDocument command = new BsonDocument("renameCollection", new BsonString(master.namespace(from)))
                .append("to", new BsonString(master.namespace(to)))
                .append("dropTarget", BsonBoolean.FALSE)
                .append(WRITE_CONCERN, MasterDatabase.DURABLE.asDocument());
        command.putAll(conditions);
        master.admin().runCommand(command);
    }

    /** Runs {@code drop}, with the collection's UUID among the conditions where there is one. */
    void drop(String name, BsonDocument conditions) {
        drop(master.database(), name, conditions);
    }

    /** The same in another database. */
    static void drop(MongoDatabase database, String name, BsonDocument conditions) {
        BsonDocument command = new BsonDocument("drop", new BsonString(name))
                .append(WRITE_CONCERN, MasterDatabase.DURABLE.asDocument());
        command.putAll(conditions);
        database.runCommand(command);
    }
}
