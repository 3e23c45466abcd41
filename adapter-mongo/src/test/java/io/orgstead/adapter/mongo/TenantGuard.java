package io.orgstead.adapter.mongo;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Looks at every command that the driver sends on the collection that organizations share: each has to say whose documents it means. */
final class TenantGuard implements CommandListener {

    /** Those that touch no document. */
    private static final Set<String> HARMLESS = Set.of("createIndexes", "listIndexes", "killCursors");

    private final List<String> offences = new CopyOnWriteArrayList<>();
    private final AtomicLong seen = new AtomicLong();

    /** The commands that say nothing of whose documents they mean, or not at the place that counts. */
    List<String> offences() {
        return List.copyOf(offences);
    }

    /** How many commands were looked at. */
    long seen() {
        return seen.get();
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        BsonDocument command = event.getCommand();
        if (!new BsonString(SharedLayout.COLLECTION).equals(command.get(event.getCommandName()))
                || HARMLESS.contains(event.getCommandName())) {
            return;
        }
        seen.incrementAndGet();
        if (!isKept(event.getCommandName(), command)) {
            offences.add(event.getCommandName());
        }
    }

    private static boolean isKept(String name, BsonDocument command) {
        return switch (name) {
            case "find" -> isOfOne(command.get("filter"));
            case "aggregate" ->
                isOfOne(command.getArray("pipeline").get(0).asDocument().get("$match"));
            case "insert" -> documents(command, "documents").allMatch(TenantGuard::isOfOne);
            case "delete" -> documents(command, "deletes").allMatch(statement -> isOfOne(statement.get("q")));
            case "update" ->
                documents(command, "updates")
                        .allMatch(statement -> isOfOne(statement.get("q")) && staysOfOne(statement));
            default -> false;
        };
    }

    private static Stream<BsonDocument> documents(BsonDocument command, String field) {
        return command.getArray(field, new BsonArray()).stream().map(BsonValue::asDocument);
    }

    private static boolean isOfOne(@Nullable BsonValue condition) {
        if (condition == null || !condition.isDocument()) {
            return false;
        }
        BsonDocument fields = condition.asDocument();
        BsonValue tenant = fields.get(SharedLayout.TENANT);
        if (tenant != null) {
            return tenant instanceof BsonBinary;
        }
        return fields.containsKey("$and") && fields.getArray("$and").stream().anyMatch(TenantGuard::isOfOne);
    }

    private static boolean staysOfOne(BsonDocument statement) {
        BsonDocument update = statement.getDocument("u");
        return update.getFirstKey().startsWith("$")
                ? update.values().stream()
                        .noneMatch(fields -> fields.asDocument().containsKey(SharedLayout.TENANT))
                : isOfOne(update);
    }
}
