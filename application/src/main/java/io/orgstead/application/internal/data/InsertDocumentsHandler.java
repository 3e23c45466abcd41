package io.orgstead.application.internal.data;

import io.orgstead.application.usecase.data.InsertDocuments;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentRules;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.port.IdSource;
import java.util.ArrayList;
import java.util.List;

/** Gives every document its id and looks at all of them before any is inserted. */
final class InsertDocumentsHandler implements InsertDocuments {

    private final IdSource ids;
    private final Insertion insertion;
    private final OnceOnly onceOnly;

    InsertDocumentsHandler(IdSource ids, Insertion insertion, OnceOnly onceOnly) {
        this.ids = ids;
        this.insertion = insertion;
        this.onceOnly = onceOnly;
    }

    @Override
    public List<Value> insert(Principal caller, Command command) {
        List<Document> documents = withIds(command.documents());
        if (command.request().isPresent()) {
            return onceOnly.insert(caller, command, documents, command.request().get());
        }
        insertion.insert(caller, documents, command.onlyNew());
        return idsOf(documents);
    }

    private List<Document> withIds(List<Document> documents) {
        if (documents.isEmpty() || documents.size() > DocumentRules.MAX_BATCH) {
            throw new InvalidValueException("must hold 1 to " + DocumentRules.MAX_BATCH + " documents");
        }
        List<Document> complete = new ArrayList<>(documents.size());
        for (int i = 0; i < documents.size(); i++) {
            complete.add(checked(documents.get(i), i));
        }
        return complete;
    }

    private Document checked(Document document, int position) {
        try {
            return complete(document, ids);
        } catch (InvalidValueException refusal) {
            throw refusal.within(Integer.toString(position));
        }
    }

    /** Gives a document its id, if it has none, and looks whether it is one that may be stored. */
    static Document complete(Document document, IdSource ids) {
        Document complete =
                document.withId(document.get(Document.ID).orElseGet(() -> new Value.ObjectId(ids.nextId())));
        DocumentRules.check(complete);
        Refusals.requireDistinctId(complete.id());
        return complete;
    }

    static List<Value> idsOf(List<Document> documents) {
        return documents.stream().map(Document::id).toList();
    }
}
