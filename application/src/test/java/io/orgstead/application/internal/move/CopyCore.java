package io.orgstead.application.internal.move;

import io.orgstead.application.Interfering;
import io.orgstead.application.MemoryData;
import io.orgstead.application.MemoryHomes;
import io.orgstead.application.internal.data.DataPorts;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentSize;
import io.orgstead.domain.data.FieldPath;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.Organizations;
import io.orgstead.domain.port.TenantChanges;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.domain.port.TenantIndexes;
import io.orgstead.testkit.Documents;
import io.orgstead.testkit.Samples;
import io.orgstead.testkit.SteppingClock;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** An organization whose documents are to be copied into its private collection, all in memory. */
final class CopyCore {

    static final IndexDefinition UNIQUE = new IndexDefinition(
            "unique_n", List.of(new SortOrder.Key(new FieldPath("n"), true)), true, Optional.empty());

    final SteppingClock clock = SteppingClock.atSampleTime();
    final Samples samples = new Samples();
    final MemoryHomes homes = new MemoryHomes();
    final MemoryData memory = new MemoryData(homes);
    final Organization organization = samples.active(samples.name());
    final CollectionIncarnation home = stage();
    final TenantScope from;
    final TenantScope to;
    final Source source;
    final Target target;

    /** What was called, such as "source scan" or "target insert". */
    final List<String> calls = new ArrayList<>();

    /** How many copies there were after each insert of some. */
    final List<Integer> copiesAfterInserts = new ArrayList<>();

    Interfering interfering = Interfering.NOT;

    CopyCore() {
        homes.publish(organization.id(), home, organization.collection());
        from = Samples.scope(organization, home);
        to = TenantScope.ofStaged(organization, stage());
        source = Source.of(organization, dataPorts(), side("source ", TenantChanges.class, memory.changes()));
        target = new Target(
                side("target ", TenantDocuments.class, memory.documents()),
                side("target ", TenantIndexes.class, memory.indexes()),
                to);
        calls.clear();
    }

    private CollectionIncarnation stage() {
        return homes.stage(TenantMarker.of(organization), IsolationModel.COLLECTION);
    }

    private DataPorts dataPorts() {
        return new DataPorts(
                onlyThis(),
                homes,
                side("source ", TenantDocuments.class, memory.documents()),
                side("source ", TenantIndexes.class, memory.indexes()),
                Optional.empty(),
                memory.records(),
                Optional.empty(),
                samples::id,
                clock,
                Duration.ofMinutes(1),
                Quota.UNLIMITED);
    }

    private Organizations onlyThis() {
        return (Organizations) Proxy.newProxyInstance(
                Organizations.class.getClassLoader(),
                new Class<?>[] {Organizations.class},
                (proxy, method, arguments) -> Optional.of(organization));
    }

    private <P> P side(String side, Class<P> type, P port) {
        return Interfering.in(type, port, (call, made) -> around(side + call, made));
    }

    private Object around(String call, Callable<Object> port) throws Exception {
        calls.add(call);
        Object result = interfering.around(call, port);
        if (call.equals("target insert")) {
            copiesAfterInserts.add(copies().size());
        }
        return result;
    }

    /** Once, before a call. */
    void before(String call, Runnable action) {
        interfering = Interfering.before(call, Interfering.once(action));
    }

    /** Once, after a call. */
    void after(String call, Runnable action) {
        interfering = Interfering.after(call, Interfering.once(action));
    }

    long count(String call) {
        return calls.stream().filter(call::equals).count();
    }

    static Document document(String id, int n) {
        return Documents.document("_id", id, "n", n);
    }

    /** One that has exactly so many bytes. */
    static Document sized(String id, long bytes) {
        long empty = DocumentSize.of(Documents.document("_id", id, "text", ""));
        return Documents.document("_id", id, "text", "x".repeat((int) (bytes - empty)));
    }

    /** Small ones, in the order of their ids. */
    static List<Document> many(int count) {
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            documents.add(document("m%05d".formatted(i), 1_000 + i));
        }
        return documents;
    }

    static long bytesOf(List<Document> documents) {
        return documents.stream().mapToLong(DocumentSize::of).sum();
    }

    /** Puts them there without anybody taking note. */
    CopyCore originals(Document... documents) {
        return originals(List.of(documents));
    }

    CopyCore originals(List<Document> documents) {
        documents.forEach(document -> memory.corrupt(from.incarnation(), document));
        return this;
    }

    /** Puts them there without anybody taking note. */
    CopyCore copies(Document... documents) {
        return copies(List.of(documents));
    }

    CopyCore copies(List<Document> documents) {
        documents.forEach(document -> memory.corrupt(to.incarnation(), document));
        return this;
    }

    /** Has changes noted from here on. */
    Watching watch(Runnable claim) {
        return Watching.begin(source, claim, Watching.LENGTH, clock);
    }

    void watch() {
        watch(() -> {});
    }

    /** Writes one as a client does. */
    void put(Document document) {
        Optional<Document> before = memory.documents().findById(from, document.id());
        if (before.isPresent()) {
            memory.documents().replace(from, before.get(), document, Quota.UNLIMITED);
        } else {
            memory.documents().insert(from, List.of(document), Quota.UNLIMITED);
        }
    }

    /** Writes many as a client does. */
    void put(List<Document> documents) {
        memory.documents().insert(from, documents, Quota.UNLIMITED);
    }

    void index(IndexDefinition index) {
        memory.indexes().create(from, index, Integer.MAX_VALUE);
    }

    List<Document> copies() {
        List<Document> all = new ArrayList<>();
        memory.documents().scan(to, Optional.empty(), all::add);
        return all;
    }

    List<IndexDefinition> copiedIndexes() {
        return memory.indexes().list(to);
    }
}
