package io.orgstead.application;

import io.orgstead.application.usecase.data.ImportDocuments;
import io.orgstead.domain.data.Document;
import java.util.List;
import java.util.Optional;

/** Documents, a line each; where there is none, reading fails. */
final class Lines implements ImportDocuments.Source {

    private final List<Document> documents;
    private int next;

    Lines(List<Document> documents) {
        this.documents = documents;
    }

    @Override
    public Optional<ImportDocuments.Line> next() {
        if (next == documents.size()) {
            return Optional.empty();
        }
        Document document = documents.get(next++);
        if (document.equals(Document.empty())) {
            throw new IllegalStateException("unreadable");
        }
        return Optional.of(new ImportDocuments.Line(next, document));
    }

    @Override
    public long line() {
        return next;
    }
}
