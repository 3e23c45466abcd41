package io.orgstead.adapter.mongo;

import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.IsolationModel;
import org.bson.BsonObjectId;

/**
 * An organization's collection: the one that a scope names, or that somebody left an insert undone in.
 *
 * @param organization its owner's id, which is the id of the marker, too
 * @param name the name it had when it was looked up; nothing is found by that of a collection that shares its place, or has a
 *     database to itself
 * @param incarnation the collection itself
 * @param reach whether it is meant before or after it was published; of those with names the name itself tells that
 */
record TenantCollection(BsonObjectId organization, String name, CollectionIncarnation incarnation, Reach reach) {

    /** What the names of collections begin with that nobody sees yet. */
    static final String PRIVATE_PREFIX = "orgstead_staged_";

    static TenantCollection of(TenantScope scope) {
        BsonObjectId organization = BsonValues.id(scope.organization().value());
        return new TenantCollection(
                organization,
                scope.isHidden()
                        ? PRIVATE_PREFIX + scope.organization().value()
                        : scope.collection().value(),
                scope.incarnation(),
                Reach.of(scope));
    }

    TenantCollection named(String now) {
        return new TenantCollection(organization, now, incarnation, reach);
    }

    IsolationModel model() {
        return Incarnations.modelOf(incarnation);
    }

    /** Whether it is entered in the register of those that have no names. */
    boolean isPlaced() {
        return model() != IsolationModel.COLLECTION;
    }

    TenantLayout layout() {
        return model() == IsolationModel.SHARED ? new SharedLayout(incarnation) : OwnLayout.INSTANCE;
    }
}
