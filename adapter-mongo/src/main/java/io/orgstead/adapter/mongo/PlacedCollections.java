package io.orgstead.adapter.mongo;

import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.IsolationModel;
import java.time.Duration;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;

/**
 * How collections without names come and go. What is to be found again after a crash is in the register before it is anywhere
 * else, and goes from there last.
 */
final class PlacedCollections {

    private final MasterDatabase master;
    private final TenantParts parts;
    private final SharedSchema schema;
    private final SharedDocuments shared;

    PlacedCollections(MasterDatabase master, TenantParts parts) {
        this.master = master;
        this.parts = parts;
        this.schema = new SharedSchema(master);
        this.shared = new SharedDocuments(parts.commands());
    }

    /**
     * Makes sure that there can be such collections.
     *
     * @throws IllegalStateException if there cannot
     */
    static void require(CollectionCommands commands) {
        if (!commands.areBound()) {
            throw new IllegalStateException(
                    "organizations with a database of their own, or in shared collections, need MongoDB 6.0 or later");
        }
    }

    /** What the organization has of the model that nobody sees yet; what it has of another is gone then. */
    CollectionIncarnation stage(BsonObjectId organization, IsolationModel model, BsonDocument marker) {
        if (model == IsolationModel.SHARED) {
            schema.prepare();
        }
        Optional<CollectionIncarnation> staged = Optional.empty();
        while (staged.isEmpty()) {
            discardStaged(organization, model);
            staged = parts.places()
                    .stagedOf(organization)
                    .map(Places::incarnationIn)
                    .or(() -> parts.places().enter(organization, model));
        }
        CollectionIncarnation incarnation = staged.get();
        if (model == IsolationModel.DATABASE) {
            parts.databases().give(organization, incarnation, marker);
        } else {
            shared.give(whole(organization, incarnation), marker);
        }
        if (parts.places()
                .entry(incarnation)
                .filter(entry -> !Places.isClosing(entry))
                .isEmpty()) {
            // Others have discarded it meanwhile.
            removeAll(organization, incarnation);
            throw new IllegalStateException("the staged collection " + incarnation.value() + " is gone");
        }
        return incarnation;
    }

    /** Discards what the organization has that nobody sees yet, unless it is of this model, and not on its way out. */
    private void discardStaged(BsonObjectId organization, IsolationModel except) {
        parts.places()
                .stagedOf(organization)
                .filter(entry -> Places.isClosing(entry) || Incarnations.modelOf(Places.incarnationIn(entry)) != except)
                .map(Places::incarnationIn)
                .ifPresent(staged -> discard(organization, staged));
    }

    void discardStaged(BsonObjectId organization) {
        parts.places()
                .stagedOf(organization)
                .map(Places::incarnationIn)
                .ifPresent(staged -> discard(organization, staged));
    }

    private void discard(BsonObjectId organization, CollectionIncarnation staged) {
        if (parts.places().close(staged, true)) {
            remove(organization, staged);
        }
    }

    void drop(CollectionIncarnation incarnation) {
        Optional<BsonDocument> entry = parts.places().entry(incarnation);
        if (entry.isEmpty() && Incarnations.modelOf(incarnation) == IsolationModel.SHARED) {
            // What a stalled writer put in after all had been removed.
            removeAll(new BsonObjectId(), incarnation);
        } else if (entry.isPresent() && parts.places().close(incarnation, false)) {
            remove(Places.ownerIn(entry.get()), incarnation);
        }
    }

    private void remove(BsonObjectId organization, CollectionIncarnation incarnation) {
        removeAll(organization, incarnation);
        parts.forget(incarnation);
    }

    private void removeAll(BsonObjectId organization, CollectionIncarnation incarnation) {
        if (Incarnations.modelOf(incarnation) == IsolationModel.DATABASE) {
            parts.databases().drop(organization, incarnation);
            return;
        }
        TenantCollection collection = whole(organization, incarnation);
        Deadline deadline = Deadline.in(master.timeout().minus(Duration.ofMillis(50)));
        // Nothing in the server keeps those out who have begun already.
        deadline.await(
                "a write",
                () -> parts.counters().openWrites().underWay(collection).isEmpty());
        shared.removeAll(collection, deadline);
    }

    private static TenantCollection whole(BsonObjectId organization, CollectionIncarnation incarnation) {
        return new TenantCollection(organization, "", incarnation, Reach.ANY);
    }

    /** Whether it is public, or anything is left of it. */
    boolean isPresent(CollectionIncarnation incarnation) {
        Optional<BsonDocument> entry = parts.places().entry(incarnation);
        if (entry.isPresent()) {
            return !Places.isStaged(entry.get());
        }
        return Incarnations.modelOf(incarnation) == IsolationModel.SHARED
                && shared.isPresent(whole(new BsonObjectId(), incarnation));
    }
}
