package io.orgstead.adapter.mongo;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.bson.BsonDocument;

/** Keeps the commands that the driver sends. */
final class RecordedCommands implements CommandListener {

    private final List<BsonDocument> commands = new CopyOnWriteArrayList<>();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        commands.add(BsonDocument.parse(event.getCommand().toJson()));
    }

    Stream<BsonDocument> named(String... names) {
        return commands.stream().filter(command -> List.of(names).contains(command.getFirstKey()));
    }
}
