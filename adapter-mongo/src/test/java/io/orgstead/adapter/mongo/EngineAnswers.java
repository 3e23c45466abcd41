package io.orgstead.adapter.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.testkit.contract.FilterCases;
import io.orgstead.testkit.contract.SortCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/**
 * Puts the questions of {@link FilterCases} and {@link SortCases} to the engine, and writes its answers behind them. No test: to be
 * run by hand after questions were added (with {@code =>} and a space at the end of their lines), or for another release of MongoDB, in
 * the folder of this module, with {@code ORGSTEAD_TEST_MONGODB_URI} naming a server and this module's test class path:
 *
 * <pre>java -cp ... io.orgstead.adapter.mongo.EngineAnswers ../testkit/src/main/resources/io/orgstead/testkit/contract</pre>
 */
final class EngineAnswers {

    private static final String ANSWER = " => ";
    private static final BsonDocument BY_ID = new BsonDocument("_id", new BsonInt32(1));

    private final MongoCollection<BsonDocument> collection =
            MongoTarget.client().getDatabase("engine_answers").getCollection("documents", BsonDocument.class);

    private EngineAnswers() {}

    public static void main(String[] folder) throws IOException {
        EngineAnswers answers = new EngineAnswers();
        Path resources = Path.of(folder[0]);
        rewrite(resources.resolve("filter-cases.txt"), answers.filters());
        rewrite(resources.resolve("sort-cases.txt"), answers.sorts());
        answers.collection.drop();
    }

    private static void rewrite(Path file, Stream<String> answers) throws IOException {
        Iterator<String> next = answers.iterator();
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            int end = line.lastIndexOf(ANSWER);
            lines.add(end < 0 ? line : line.substring(0, end) + ANSWER + next.next());
        }
        Files.write(file, lines);
    }

    private Stream<String> filters() {
        return FilterCases.all().map(one -> {
            fill(one.documents());
            return ids(ToBson.document(one.filter()), BY_ID);
        });
    }

    private Stream<String> sorts() {
        return SortCases.all().map(one -> {
            fill(one.documents());
            BsonDocument sort = new BsonDocument();
            SortOrder.parse(one.sort())
                    .keys()
                    .forEach(key -> sort.append(key.path().dotted(), new BsonInt32(key.ascending() ? 1 : -1)));
            try {
                return ids(new BsonDocument(), sort);
            } catch (MongoCommandException refused) {
                return "refused";
            }
        });
    }

    private void fill(List<Document> documents) {
        collection.drop();
        collection.insertMany(documents.stream().map(ToBson::document).toList());
    }

    private String ids(BsonDocument filter, BsonDocument sort) {
        List<String> ids = collection
                .find(filter)
                .sort(sort)
                .map(found -> found.getString("_id").getValue())
                .into(new ArrayList<>());
        return String.join(" ", ids);
    }
}
