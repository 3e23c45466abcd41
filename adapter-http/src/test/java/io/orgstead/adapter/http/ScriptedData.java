package io.orgstead.adapter.http;

import io.orgstead.application.usecase.data.DocumentTag;
import io.orgstead.application.usecase.data.GetUsage;
import io.orgstead.application.usecase.data.ImportDocuments;
import io.orgstead.application.usecase.data.InsertDocuments;
import io.orgstead.application.usecase.data.ManageIndexes;
import io.orgstead.application.usecase.data.ManageSchema;
import io.orgstead.application.usecase.data.OrganizationData;
import io.orgstead.application.usecase.data.PatchDocument;
import io.orgstead.application.usecase.data.Preconditions;
import io.orgstead.application.usecase.data.ReplaceDocument;
import io.orgstead.application.usecase.data.TaggedDocument;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentPage;
import io.orgstead.domain.data.DocumentQuery;
import io.orgstead.domain.data.DocumentSchema;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.Usage;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Documents that never change. They note what they were asked; what they answer with can be swapped. */
final class ScriptedData {

    static final Value.ObjectId ID = new Value.ObjectId("65f0c0ffee65f0c0ffee0003");
    static final DocumentTag TAG = new DocumentTag("0123456789abcdef0123456789abcdef");
    static final Document DOCUMENT =
            Document.of(Map.of("n", (Value) new Value.Int32(1))).withId(ID);

    /** Every command, query, id and condition that a use case was called with. */
    final List<Object> calls = new CopyOnWriteArrayList<>();

    volatile Supplier<DocumentPage> page = () -> new DocumentPage(List.of(DOCUMENT), Optional.empty());
    volatile Supplier<TaggedDocument> document = () -> new TaggedDocument(DOCUMENT, TAG);
    volatile Supplier<Long> count = () -> 7L;
    volatile Supplier<Boolean> created = () -> true;
    volatile Quota quota = Quota.UNLIMITED;
    volatile Consumer<Consumer<Document>> export = consumer -> consumer.accept(DOCUMENT);
    volatile BiFunction<ImportDocuments.OnConflict, ImportDocuments.Source, ImportDocuments.Result> load = this::load;
    volatile Optional<DocumentSchema> schema = Optional.empty();

    OrganizationData useCases() {
        return new OrganizationData(
                this::insert,
                this::find,
                this::get,
                this::replace,
                this::patch,
                this::delete,
                this::countOrDelete,
                this::countOrDelete,
                new Indexes(),
                Optional.of(new Schema()),
                caller -> new GetUsage.Report(new Usage(3, 99), 1, quota),
                (caller, consumer) -> export.accept(consumer),
                (caller, onConflict, source) -> load.apply(onConflict, source));
    }

    private ImportDocuments.Result load(ImportDocuments.OnConflict onConflict, ImportDocuments.Source source) {
        calls.add(onConflict);
        long count = 0;
        try {
            for (Optional<ImportDocuments.Line> line = source.next(); line.isPresent(); line = source.next()) {
                calls.add(line.get());
                count++;
            }
            return new ImportDocuments.Result(count, 0, 0, Optional.empty());
        } catch (RuntimeException e) {
            return new ImportDocuments.Result(count, 0, 0, Optional.of(new ImportDocuments.Stop(source.line(), e)));
        }
    }

    /** For what it throws, if anything. */
    private static void play(Supplier<?> scripted) {
        Object unused = scripted.get();
    }

    private List<Value> insert(Principal caller, InsertDocuments.Command command) {
        calls.add(command);
        List<Value> ids = new ArrayList<>();
        command.documents().forEach(each -> ids.add(each.get(Document.ID).orElse(ID)));
        play(created);
        return ids;
    }

    private DocumentPage find(Principal caller, DocumentQuery query) {
        calls.add(query);
        return page.get();
    }

    private TaggedDocument get(Principal caller, Value id) {
        calls.add(id);
        return document.get();
    }

    private ReplaceDocument.Result replace(Principal caller, ReplaceDocument.Command command) {
        calls.add(command);
        return new ReplaceDocument.Result(document.get(), created.get());
    }

    private TaggedDocument patch(Principal caller, PatchDocument.Command command) {
        calls.add(command);
        return document.get();
    }

    private void delete(Principal caller, Value id, Preconditions preconditions) {
        calls.add(id);
        calls.add(preconditions);
        play(document);
    }

    private long countOrDelete(Principal caller, Filter filter) {
        calls.add(filter);
        return count.get();
    }

    private final class Indexes implements ManageIndexes {

        private final List<IndexDefinition> all = new CopyOnWriteArrayList<>();

        @Override
        public List<IndexDefinition> list(Principal caller) {
            return all;
        }

        @Override
        public boolean create(Principal caller, IndexDefinition index) {
            calls.add(index);
            return all.add(index) && created.get();
        }

        @Override
        public void drop(Principal caller, String name) {
            calls.add(name);
            play(document);
        }
    }

    private final class Schema implements ManageSchema {

        @Override
        public Optional<DocumentSchema> find(Principal caller) {
            return schema;
        }

        @Override
        public boolean set(Principal caller, DocumentSchema next) {
            calls.add(next);
            boolean replaced = schema.isPresent();
            play(created);
            schema = Optional.of(next);
            return replaced;
        }

        @Override
        public void remove(Principal caller) {
            if (schema.isEmpty()) {
                throw NotFoundException.schema();
            }
            schema = Optional.empty();
        }
    }
}
