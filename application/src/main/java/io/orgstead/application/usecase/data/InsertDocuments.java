package io.orgstead.application.usecase.data;

import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.IdempotencyKey;
import io.orgstead.domain.data.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Inserts documents into the caller's organization: all of them, or none. */
public interface InsertDocuments {

    /** How long a request under an idempotency key is remembered. */
    Duration MEMORY = Duration.ofHours(24);

    /**
     * Inserts documents. One without {@code _id} is given an ObjectId.
     *
     * <p>Under an idempotency key it takes effect once, however often it is made. Whoever makes it again gets the ids of the
     * first time. That rests on the ids, which are settled and kept before anything is inserted: should an instance die in the
     * middle, whoever makes the request again once its lease has ended first lets what was begun be undone, then looks whether
     * the documents are there, and inserts them if not. A request that was refused is forgotten: it may be made again, with
     * other content too.
     *
     * @param caller whose organization it is
     * @param command what to insert
     * @return the ids, in the order of the documents
     * @throws io.orgstead.domain.failure.InvalidValueException if a document breaks a rule, or their number does; or if the
     *     idempotency key was used for another request
     * @throws io.orgstead.domain.failure.QuotaExceededException if a document is too large, or there would be too many or too
     *     much
     * @throws io.orgstead.domain.failure.ConflictException if an id is taken, a unique index is in the way, the same request
     *     is under way, or (operation in progress) the organization's collection is being moved just now
     * @throws io.orgstead.domain.failure.PreconditionFailedException if an id is taken, and the command asks for that
     * @throws io.orgstead.domain.failure.NotFoundException if the organization has been deleted meanwhile
     * @throws io.orgstead.domain.failure.StoreUnavailableException if a store does not answer; it may have taken effect or not
     */
    List<Value> insert(Principal caller, Command command);

    /**
     * What to insert.
     *
     * @param documents 1 to {@value io.orgstead.domain.data.DocumentRules#MAX_BATCH}
     * @param request what makes it take effect once; empty if it need not
     * @param onlyNew whether an id that is taken means that a precondition failed, rather than a conflict
     */
    record Command(List<Document> documents, Optional<Once> request, boolean onlyNew) {

        /** Takes a copy. */
        public Command {
            documents = List.copyOf(documents);
        }

        /**
         * Documents to insert without further ado.
         *
         * @param documents 1 to {@value io.orgstead.domain.data.DocumentRules#MAX_BATCH}
         */
        public Command(List<Document> documents) {
            this(documents, Optional.empty(), false);
        }
    }

    /**
     * A request that takes effect once.
     *
     * @param key the client's name for it
     * @param fingerprint of all that it asks for: two requests under a key are the same if these are equal
     */
    record Once(IdempotencyKey key, String fingerprint) {}
}
