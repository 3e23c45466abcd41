package io.orgstead.adapter.mongo;

import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.orgstead.domain.organization.CollectionIncarnation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.BsonDocument;

/** What the server lists as the collections of the master database. */
final class CollectionCatalog {

    private final MongoDatabase database;

    CollectionCatalog(MongoDatabase database) {
        this.database = database;
    }

    /** The entry of one collection or view. Servers look an exact name up without going through all of them. */
    Optional<BsonDocument> entry(String name) {
        try (MongoCursor<BsonDocument> entries = database.listCollections(BsonDocument.class)
                .filter(Filters.eq("name", name))
                .cursor()) {
            while (entries.hasNext()) {
                BsonDocument entry = entries.next();
                // Some servers ignore the filter.
                if (name.equals(entry.getString("name").getValue())) {
                    return Optional.of(entry);
                }
            }
        }
        return Optional.empty();
    }

    /** The name that a collection has now, found by going through all; empty if there is none, or it has no UUID. */
    Optional<String> nameOf(CollectionIncarnation incarnation) {
        try (MongoCursor<BsonDocument> entries =
                database.listCollections(BsonDocument.class).cursor()) {
            while (entries.hasNext()) {
                BsonDocument entry = entries.next();
                if (CollectionIdentity.of(entry).filter(incarnation::equals).isPresent()) {
                    return Optional.of(entry.getString("name").getValue());
                }
            }
        }
        return Optional.empty();
    }

    /** At most so many names of a pattern. */
    List<String> names(Pattern pattern, int limit) {
        List<String> names = new ArrayList<>();
        try (MongoCursor<String> all = database.listCollectionNames()
                .filter(Filters.regex("name", pattern))
                .cursor()) {
            while (names.size() < limit && all.hasNext()) {
                String name = all.next();
                if (pattern.matcher(name).matches()) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /** How many there are, views included. */
    long count() {
        long count = 0;
        try (MongoCursor<String> all = database.listCollectionNames().cursor()) {
            while (all.hasNext()) {
                all.next();
                count++;
            }
        }
        return count;
    }
}
