package io.orgstead.adapter.mongo;

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

    static TenantCollection of(TenantScope scope) {
        return new TenantCollection(
                BsonValues.id(scope.organization().value()), scope.collection().value(), scope.incarnation());
    }

    TenantCollection named(String now) {
        return new TenantCollection(organization, now, incarnation);
    }
}
