package io.orgstead.application.internal.data;

import io.orgstead.application.usecase.data.DeleteDocument;
import io.orgstead.application.usecase.data.Preconditions;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.port.TenantDocuments;
import java.util.Optional;

/** Removes what is there. */
final class DeleteDocumentHandler implements DeleteDocument {

    private final TenantDocuments documents;
    private final Changes changes;

    DeleteDocumentHandler(TenantDocuments documents, Changes changes) {
        this.documents = documents;
        this.changes = changes;
    }

    @Override
    public void delete(Principal caller, Value id, Preconditions preconditions) {
        changes.ofExisting(
                caller,
                id,
                preconditions,
                (scope, found) -> documents.delete(scope, found) ? Optional.of(true) : Optional.empty());
    }
}
