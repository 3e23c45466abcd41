package io.orgstead.adapter.mongo;

import com.mongodb.client.AggregateIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.bson.conversions.Bson;

/** Tells which values keep a unique index from being built, so that somebody can resolve them. */
final class DuplicateReport {

    private static final int MOST = 10;

    private final MasterDatabase master;
    private final MongoCollection<BsonDocument> collection;
    private final IndexSpec index;

    DuplicateReport(MasterDatabase master, MongoCollection<BsonDocument> collection, IndexSpec index) {
        this.master = master;
        this.collection = collection;
        this.index = index;
    }

    /** One line. The values are names and email addresses, no secrets. */
    String text() {
        List<BsonDocument> found = find();
        String values =
                found.stream().limit(MOST).map(DuplicateReport::describe).collect(Collectors.joining(", "));
        return "database " + master.name() + " holds documents in "
                + collection.getNamespace().getCollectionName() + " with the same " + index.field()
                + ", which must be unique; resolve them first: " + values
                + (found.size() > MOST ? ", and more" : "");
    }

    private List<BsonDocument> find() {
        List<Bson> pipeline = new ArrayList<>();
        if (index.sparse()) {
            pipeline.add(Aggregates.match(Filters.exists(index.field())));
            pipeline.add(Aggregates.unwind("$" + index.field()));
        }
        pipeline.add(Aggregates.group("$" + index.field(), Accumulators.sum("count", 1)));
        pipeline.add(Aggregates.match(Filters.gt("count", 1)));
        pipeline.add(Aggregates.sort(Sorts.ascending("_id")));
        pipeline.add(Aggregates.limit(MOST + 1));
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
