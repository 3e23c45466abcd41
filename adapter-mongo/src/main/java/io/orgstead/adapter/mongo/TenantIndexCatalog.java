package io.orgstead.adapter.mongo;

import io.orgstead.domain.data.FieldPath;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.SortOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;

/** The indexes of organizations as the server lists them. */
final class TenantIndexCatalog {

    private static final BsonDocument IS_THERE = BsonDocument.parse("{find: 1, projection: {_id: 1}}");

    private final TenantCommands commands;

    TenantIndexCatalog(TenantCommands commands) {
        this.commands = commands;
    }

    /** The organization's own, in the order of their names. */
    List<IndexDefinition> list(TenantCollection collection) {
        return stored(collection).entrySet().stream()
                .map(index -> definition(index.getKey(), index.getValue()))
                .toList();
    }

    /** The server's names of all that there are for one index. */
    List<String> storedNames(TenantCollection collection, String name) {
        return stored(collection).getOrDefault(name, List.of()).stream()
                .map(TenantIndexCatalog::nameOf)
                .toList();
    }

    private static String nameOf(BsonDocument stored) {
        return stored.getString("name").getValue();
    }

    /** The command to list them names no collection but by its name: what it has listed counts if the right one is there still. */
    private Map<String, List<BsonDocument>> stored(TenantCollection collection) {
        List<BsonDocument> all = commands.indexesUnderName(collection);
        commands.read(collection, IS_THERE, 1);
        Map<String, List<BsonDocument>> byName = new TreeMap<>();
        for (BsonDocument index : all) {
            IndexNames.shown(nameOf(index))
                    .ifPresent(name -> byName.computeIfAbsent(name, any -> new ArrayList<>())
                            .add(index));
        }
        return byName;
    }

    private static IndexDefinition definition(String name, List<BsonDocument> stored) {
        BsonDocument first = stored.get(0);
        List<SortOrder.Key> keys = new ArrayList<>();
        first.getDocument("key")
                .forEach((path, direction) -> keys.add(new SortOrder.Key(
                        new FieldPath(path), direction.asNumber().intValue() > 0)));
        if (IndexNames.hasIdAdded(nameOf(first))) {
            keys.remove(keys.size() - 1);
        }
        boolean unique = stored.stream()
                .anyMatch(index -> index.getBoolean("unique", BsonBoolean.FALSE).getValue());
        Optional<Duration> expiry = stored.stream()
                .filter(index -> index.isNumber("expireAfterSeconds"))
                .map(index ->
                        Duration.ofSeconds(index.getNumber("expireAfterSeconds").longValue()))
                .findFirst();
        return new IndexDefinition(name, keys, unique, expiry);
    }
}
