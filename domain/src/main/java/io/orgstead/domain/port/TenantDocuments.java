package io.orgstead.domain.port;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentPage;
import io.orgstead.domain.data.DocumentQuery;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.ReplaceOutcome;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Usage;
import io.orgstead.domain.data.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The documents of the organizations, each reached only through the scope of its organization. The marker document of an
 * organization's collection is not among them: no call shows, counts, changes or removes it, and its id is taken.
 *
 * <p>What a call has acknowledged is durable. Implementations are safe for use by any number of threads and instances. What
 * filters and orders mean is MongoDB's own meaning; a store that cannot keep to it for a filter refuses that filter.
 *
 * <p>Every method throws {@link io.orgstead.domain.failure.StoreUnavailableException} when the store does not answer in
 * time, {@link io.orgstead.domain.data.TenantMovedException} when the collection is not where the scope says, and those that
 * take a filter {@link io.orgstead.domain.failure.QueryRefusedException} when it asks for more work than one call may take; such
 * work is cancelled in the store.
 */
public interface TenantDocuments {

    /**
     * Inserts documents, all or none. Somebody who reads meanwhile may see some of them before all are there; if the insert
     * does not come to its end they are gone again, also after a crash, by {@link #undoInterrupted} at the latest.
     *
     * @param scope whose
     * @param documents them, each with its {@code _id}, 1 to {@value io.orgstead.domain.data.DocumentRules#MAX_BATCH}
     * @param quota the limits of number and bytes. Inserts that race pass them by one batch together at most
     * @return what became of it
     */
    InsertOutcome insert(TenantScope scope, List<Document> documents, Quota quota);

    /**
     * Finds a document.
     *
     * @param scope whose
     * @param id its id; ids of different types are different
     * @return empty if there is none
     */
    Optional<Document> findById(TenantScope scope, Value id);

    /**
     * Lists documents.
     *
     * @param scope whose
     * @param query which, in what order, how many
     * @return a page. Documents that stay unchanged between the calls for two pages appear on exactly one of them
     */
    DocumentPage find(TenantScope scope, DocumentQuery query);

    /**
     * Counts documents.
     *
     * @param scope whose
     * @param filter which
     * @return how many there are
     */
    long count(TenantScope scope, Filter filter);

    /**
     * Puts a document in the place of another with the same {@code _id}, if that one is still what it was.
     *
     * @param scope whose
     * @param expected the document as it was found
     * @param replacement the document as it shall be
     * @param quota the limits; a document that does not grow is always within them
     * @return what became of it
     */
    ReplaceOutcome replace(TenantScope scope, Document expected, Document replacement, Quota quota);

    /**
     * Removes a document, if it is still what it was.
     *
     * @param scope whose
     * @param expected the document as it was found
     * @return false if it is not, or no longer, that
     */
    boolean delete(TenantScope scope, Document expected);

    /**
     * Removes all documents that a filter means. Where that ends early, by a time-out or a crash, some are gone and some are
     * not; made again it removes the rest.
     *
     * @param scope whose
     * @param filter which
     * @return how many are gone
     */
    long deleteAll(TenantScope scope, Filter filter);

    /**
     * Goes through all documents in the order of their ids, in constant memory, for as long as it takes. Documents that come
     * and go meanwhile may or may not be among them.
     *
     * @param scope whose
     * @param after begins behind this id, whether or not there is a document of it; empty to begin with the first
     * @param consumer takes each; says false to end
     */
    void scan(TenantScope scope, Optional<Value> after, Predicate<Document> consumer);

    /**
     * Tells how much the organization keeps.
     *
     * @param scope whose
     * @return the documents and bytes that quotas count
     */
    Usage usage(TenantScope scope);

    /**
     * Takes back inserts whose writer died, of all organizations. To be called at start and every few seconds.
     *
     * @param silentSince only those whose writer has not been heard of since then
     * @param limit the most to take back, at least 1
     * @return how many were
     */
    int undoInterrupted(Instant silentSince, int limit);
}
