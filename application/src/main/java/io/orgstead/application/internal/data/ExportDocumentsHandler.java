package io.orgstead.application.internal.data;

import io.orgstead.application.usecase.data.ExportDocuments;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.TenantMovedException;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.port.TenantDocuments;
import java.util.Optional;
import java.util.function.Consumer;

/** Goes through the documents, and goes on behind the last one when their collection has moved. */
final class ExportDocumentsHandler implements ExportDocuments {

    private final TenantDocuments documents;
    private final TenantScopes scopes;

    ExportDocumentsHandler(TenantDocuments documents, TenantScopes scopes) {
        this.documents = documents;
        this.scopes = scopes;
    }

    @Override
    public void export(Principal caller, Consumer<Document> consumer) {
        Progress progress = new Progress(consumer);
        boolean ended = false;
        while (!ended) {
            ended = scopes.within(caller, progress::scan);
        }
    }

    private final class Progress {

        private final Consumer<Document> consumer;
        private Optional<Value> last = Optional.empty();

        Progress(Consumer<Document> consumer) {
            this.consumer = consumer;
        }

        /** False if it got on, but not to the end: however often the collection moves in a long time, that is no failure. */
        boolean scan(TenantScope scope) {
            Optional<Value> before = last;
            try {
                documents.scan(scope, before, this::take);
                return true;
            } catch (TenantMovedException moved) {
                if (last.equals(before)) {
                    throw moved;
                }
                return false;
            }
        }

        private boolean take(Document document) {
            consumer.accept(document);
            last = Optional.of(document.id());
            return true;
        }
    }
}
