package io.orgstead.application;

import static io.orgstead.application.DataCore.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.application.usecase.MoveOrganization.Result;
import io.orgstead.application.usecase.data.InsertDocuments;
import io.orgstead.application.usecase.data.OrganizationData;
import io.orgstead.application.usecase.data.Preconditions;
import io.orgstead.application.usecase.data.ReplaceDocument;
import io.orgstead.domain.data.Condition;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.FieldPath;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.organization.IsolationModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Writers that never rest, while their documents go from home to home: what was acknowledged is there, once. */
@Tag("thorough")
class MoveUnderLoadTest {

    private static final int WRITERS = 3;
    private static final int MOVES = 12;
    private static final int IDS = 40;
    private static final List<IsolationModel> WAY =
            List.of(IsolationModel.DATABASE, IsolationModel.SHARED, IsolationModel.COLLECTION);

    private final MoveCore core = new MoveCore();
    private final AtomicBoolean done = new AtomicBoolean();

    @AfterEach
    void close() {
        core.close();
    }

    @Test
    void nothingIsLostOrDoubled() throws Exception {
        core.insertMany();
        List<Document> seeds = core.everything();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Future<Map<String, Document>>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            String name = "w" + i;
            writers.add(threads.submit(() -> write(name, core.data())));
        }
        try {
            for (int i = 0; i < MOVES; i++) {
                IsolationModel model = WAY.get(i % WAY.size());
                assertThat(core.move(model)).isInstanceOf(Result.Moved.class);
                assertThat(core.organization().isolation()).isEqualTo(model);
            }
        } finally {
            done.set(true);
            threads.shutdown();
        }
        List<Document> acknowledged = new ArrayList<>(seeds);
        for (Future<Map<String, Document>> writer : writers) {
            acknowledged.addAll(writer.get().values());
        }
        assertThat(core.everything()).containsExactlyElementsOf(acknowledged);
        assertThat(core.homes.count()).isEqualTo(1);
    }

    /** Writes documents of its own until the moves are done; gives those that should be there then. */
    private Map<String, Document> write(String writer, OrganizationData data) {
        Random random = new Random(writer.hashCode());
        Map<String, Document> mine = new TreeMap<>();
        for (int n = 0; !done.get(); n++) {
            String id = writer + "-" + (100 + random.nextInt(IDS));
            Document document = document("_id", id, "writer", writer, "n", n);
            Value key = document.id();
            switch (random.nextInt(10)) {
                case 0 -> {
                    long gone = data.deleteAll().delete(core.acme, ofWriter(writer));
                    assertThat(gone).isEqualTo(mine.size());
                    mine.clear();
                }
                case 1, 2, 3 -> {
                    if (mine.remove(id) != null) {
                        data.delete().delete(core.acme, key, Preconditions.NONE);
                    }
                }
                case 4, 5 -> {
                    if (!mine.containsKey(id)) {
                        data.insert().insert(core.acme, new InsertDocuments.Command(List.of(document)));
                        mine.put(id, document);
                    }
                }
                default -> {
                    data.replace().replace(core.acme, new ReplaceDocument.Command(key, document, Preconditions.NONE));
                    mine.put(id, document);
                }
            }
        }
        return mine;
    }

    private static Filter ofWriter(String writer) {
        return new Filter.Match(
                new FieldPath("writer"), new Condition.Compare(Condition.Operator.EQ, new Value.Text(writer)));
    }
}
