package io.orgstead.application.internal.data;

import io.orgstead.application.usecase.data.Preconditions;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.failure.NotFoundException;
import io.orgstead.domain.failure.PreconditionFailedException;
import io.orgstead.domain.port.TenantDocuments;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Changes one document: reads it, holds the conditions against it, and lets it be changed only if it still is what was read;
 * else all of that again. Of those who race somebody always succeeds, so whoever fails time and again has many rivals.
 */
final class Changes {

    private static final int ATTEMPTS = 30;

    private final TenantScopes scopes;
    private final TenantDocuments documents;

    Changes(TenantScopes scopes, TenantDocuments documents) {
        this.scopes = scopes;
        this.documents = documents;
    }

    /**
     * Changes a document that is there. One that is not is not found, whatever the conditions (RFC 9110, section 13.2.1).
     *
     * @param change makes it; empty if the document is not, or no longer, what it was
     */
    <T> T ofExisting(
            Principal caller,
            Value id,
            Preconditions preconditions,
            BiFunction<TenantScope, Document, Optional<T>> change) {
        return repeat(caller, scope -> {
            Document found = documents.findById(scope, id).orElseThrow(NotFoundException::document);
            require(caller, preconditions, Optional.of(found));
            return change.apply(scope, found);
        });
    }

    /**
     * Changes what is there, or is not.
     *
     * @param change makes it; empty if the document is not, or no longer, what it was
     */
    <T> T ofAny(
            Principal caller,
            Value id,
            Preconditions preconditions,
            BiFunction<TenantScope, Optional<Document>, Optional<T>> change) {
        return repeat(caller, scope -> {
            Optional<Document> found = documents.findById(scope, id);
            require(caller, preconditions, found);
            return change.apply(scope, found);
        });
    }

    private static void require(Principal caller, Preconditions preconditions, Optional<Document> found) {
        if (!preconditions.hold(found.map(document -> Tags.of(caller.organizationId(), document)))) {
            throw new PreconditionFailedException();
        }
    }

    private <T> T repeat(Principal caller, Attempt<T> attempt) {
        return scopes.within(caller, scope -> {
            for (int i = 0; i < ATTEMPTS; i++) {
                Optional<T> result = attempt.in(scope);
                if (result.isPresent()) {
                    return result.get();
                }
            }
            throw ConflictException.operationInProgress();
        });
    }

    private interface Attempt<T> {

        Optional<T> in(TenantScope scope);
    }
}
