package io.orgstead.application.internal.data;

import io.orgstead.application.usecase.data.PatchDocument;
import io.orgstead.application.usecase.data.TaggedDocument;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.MergePatch;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.InvalidValueException;
import java.util.Optional;

/** Applies a patch to what is there. */
final class PatchDocumentHandler implements PatchDocument {

    private final Changes changes;
    private final Replacement replacement;

    PatchDocumentHandler(Changes changes, Replacement replacement) {
        this.changes = changes;
        this.replacement = replacement;
    }

    @Override
    public TaggedDocument patch(Principal caller, Command command) {
        Value id = command.id();
        if (!command.patch().get(Document.ID).orElse(id).equals(id)) {
            throw InvalidValueException.at(Document.ID, "must stay what it is in the address");
        }
        Document patched = changes.ofExisting(caller, id, command.preconditions(), (scope, found) -> {
            Document next = replacement.checked(id, MergePatch.apply(found, command.patch()));
            return replacement.replace(scope, found, next) ? Optional.of(next) : Optional.empty();
        });
        return Tags.tagged(caller.organizationId(), patched);
    }
}
