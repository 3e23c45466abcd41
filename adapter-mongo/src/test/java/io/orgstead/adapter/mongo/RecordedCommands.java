package io.orgstead.adapter.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.BsonDocument;

/** Keeps the commands that the driver sends. */
final class RecordedCommands implements CommandListener {

    private final List<BsonDocument> commands = new CopyOnWriteArrayList<>();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        commands.add(BsonDocument.parse(event.getCommand().toJson()));
    }

    /** A client that is recorded, and whose calls end in this time. */
    MongoClient client(Duration timeout) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(MongoTarget.uri()))
                .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .addCommandListener(this)
                .build());
    }

    /** Forgets what was recorded. */
    void clear() {
        commands.clear();
    }

    Stream<BsonDocument> named(String... names) {
        return commands.stream().filter(command -> List.of(names).contains(command.getFirstKey()));
    }
}
