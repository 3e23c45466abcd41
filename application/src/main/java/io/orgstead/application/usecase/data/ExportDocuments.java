package io.orgstead.application.usecase.data;

import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Document;
import java.util.function.Consumer;

/** Hands out all documents of the caller's organization. */
public interface ExportDocuments {

    /**
     * Hands out all documents in the order of their ids, in constant memory, for as long as the consumer takes. It goes on where
     * it was if the organization is renamed meanwhile. Documents that come and go meanwhile may or may not be among them, and
     * those that change are handed out once, as they are at some moment.
     *
     * @param caller whose organization it is
     * @param consumer takes each, and may take its time; what it throws ends the export
     * @throws io.orgstead.domain.failure.NotFoundException if the organization has been deleted meanwhile; some documents may have
     *     been handed out
     * @throws io.orgstead.domain.failure.ConflictException (operation in progress) if its collection is being moved, and that does
     *     not end
     * @throws io.orgstead.domain.failure.StoreUnavailableException if a store does not answer
     */
    void export(Principal caller, Consumer<Document> consumer);
}
