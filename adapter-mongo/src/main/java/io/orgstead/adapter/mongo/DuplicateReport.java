package io.orgstead.adapter.mongo;

import com.mongodb.client.AggregateIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.bson.conversions.Bson;

/** Tells which values keep a unique index from being built, so that somebody can resolve them. Nulls are no values. */
final class DuplicateReport {

    /** The most values that are named; the rest are counted. */
    private static final int MOST = 20;

    private final MongoCollection<BsonDocument> collection;
    private final IndexSpec index;

    DuplicateReport(MongoCollection<BsonDocument> collection, IndexSpec index) {
        this.collection = collection;
        this.index = index;
    }

    /** Part of a line; empty if there are no duplicates. The values are names and email addresses, no secrets. */
    Optional<String> text() {
        List<BsonDocument> first = run(Aggregates.limit(MOST));
        if (first.isEmpty()) {
            return Optional.empty();
        }
        long more = count() - first.size();
        return Optional.of(index.field() + " in " + collection.getNamespace().getCollectionName() + ": "
                + first.stream().map(DuplicateReport::describe).collect(Collectors.joining(", "))
                + (more > 0 ? ", and " + more + " more" : ""));
    }

    private long count() {
        return run(Aggregates.count("values")).stream()
                .mapToLong(counted -> counted.getNumber("values").longValue())
                .sum();
    }

    private List<BsonDocument> run(Bson last) {
        List<Bson> pipeline = new ArrayList<>();
        if (index.sparse()) {
            pipeline.add(Aggregates.match(Filters.exists(index.field())));
            pipeline.add(Aggregates.unwind("$" + index.field()));
        }
        pipeline.add(Aggregates.group("$" + index.field(), Accumulators.sum("count", 1)));
        pipeline.add(Aggregates.match(Filters.gt("count", 1)));
        pipeline.add(Aggregates.sort(Sorts.ascending("_id")));
        pipeline.add(last);
        AggregateIterable<BsonDocument> groups = collection.aggregate(pipeline);
        if (index.collation() != null) {
            groups = groups.collation(index.collation());
        }
        return groups.into(new ArrayList<>());
    }

    private static String describe(BsonDocument group) {
        BsonValue value = group.get("_id", BsonNull.VALUE);
        String shown = value.isString() ? value.asString().getValue().replaceAll("\\p{Cntrl}", "?") : "(none)";
        return '"' + shown + "\" (" + group.getNumber("count").intValue() + " documents)";
    }
}
