package io.orgstead.application.internal.data;

import io.orgstead.application.usecase.data.GetDocument;
import io.orgstead.application.usecase.data.TaggedDocument;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.NotFoundException;
import io.orgstead.domain.port.TenantDocuments;

/** Finds a document by its id. */
final class GetDocumentHandler implements GetDocument {

    private final TenantDocuments documents;
    private final TenantScopes scopes;

    GetDocumentHandler(TenantDocuments documents, TenantScopes scopes) {
        this.documents = documents;
        this.scopes = scopes;
    }

    @Override
    public TaggedDocument get(Principal caller, Value id) {
        return scopes.within(caller, scope -> documents.findById(scope, id))
                .map(document -> Tags.tagged(caller.organizationId(), document))
                .orElseThrow(NotFoundException::document);
    }
}
