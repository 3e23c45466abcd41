package io.orgstead.adapter.http;

import io.orgstead.application.usecase.data.DocumentTag;
import io.orgstead.application.usecase.data.GetUsage;
import io.orgstead.application.usecase.data.InsertDocuments;
import io.orgstead.application.usecase.data.ManageIndexes;
import io.orgstead.application.usecase.data.OrganizationData;
import io.orgstead.application.usecase.data.PatchDocument;
import io.orgstead.application.usecase.data.Preconditions;
import io.orgstead.application.usecase.data.ReplaceDocument;
import io.orgstead.application.usecase.data.TaggedDocument;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentPage;
import io.orgstead.domain.data.DocumentQuery;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.Usage;
import io.orgstead.domain.data.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
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
                caller -> new GetUsage.Report(new Usage(3, 99), 1, quota));
    }

    private List<Value> insert(Principal caller, InsertDocuments.Command command) {
        calls.add(command);
        List<Value> ids = new ArrayList<>();
        command.documents().forEach(each -> ids.add(each.get(Document.ID).orElse(ID)));
        Objects.requireNonNull(created.get());
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
        Objects.requireNonNull(document.get());
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
            Objects.requireNonNull(document.get());
        }
    }
}
