package io.orgstead.adapter.mongo;

import io.orgstead.domain.data.TenantMovedException;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.organization.CollectionIncarnation;
import org.bson.BsonObjectId;

/**
 * An organization's collection: the one that a scope names, or that somebody left an insert undone in.
 *
 * @param organization its owner's id, which is the id of the marker, too
 * @param name the name it had when it was looked up
 * @param incarnation the collection itself
 */
record TenantCollection(BsonObjectId organization, String name, CollectionIncarnation incarnation) {

    /**
     * The collection of a scope.
     *
     * @throws TenantMovedException if it is one of Orgstead's own, whatever somebody wrote into the organization's document
     */
    static TenantCollection of(TenantScope scope) {
        if (MasterSchema.COLLECTIONS.contains(scope.collection().value())) {
            throw new TenantMovedException();
        }
        return new TenantCollection(
                BsonValues.id(scope.organization().value()), scope.collection().value(), scope.incarnation());
    }

    TenantCollection named(String now) {
        return new TenantCollection(organization, now, incarnation);
    }
}
