package io.orgstead.domain.organization;

import java.time.Instant;
import java.util.Optional;

/**
 * A change of an organization that has begun and not ended, kept in the organization's own document so that anybody can
 * finish it or roll it back should its owner die.
 *
 * @param id tells this run from any other
 * @param leaseUntil while this instant has not passed, the operation belongs to whoever began it
 * @param targetName the name the organization will have, for a rename; claimed together with the current one
 * @param incarnation the very collection that the operation is about, once known
 * @param destination where the organization's documents will be, for a move that has not switched yet
 */
public record Operation(
        OperationId id,
        Instant leaseUntil,
        Optional<OrganizationName> targetName,
        Optional<CollectionIncarnation> incarnation,
        Optional<TenantHome> destination) {

    /**
     * An operation about nothing but the organization itself.
     *
     * @param id tells this run from any other
     * @param leaseUntil when others may take it over
     * @return the operation, without target name and collection
     */
    public static Operation begin(OperationId id, Instant leaseUntil) {
        return new Operation(id, leaseUntil, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The same operation, to rename the organization.
     *
     * @param name the name it will have
     * @return a copy
     */
    public Operation renamingTo(OrganizationName name) {
        return new Operation(id, leaseUntil, Optional.of(name), incarnation, destination);
    }

    /**
     * The same operation, on this collection.
     *
     * @param collection the collection it moves or drops
     * @return a copy
     */
    public Operation on(CollectionIncarnation collection) {
        return new Operation(id, leaseUntil, targetName, Optional.of(collection), destination);
    }

    /**
     * The same operation in the hands of a new owner.
     *
     * @param until when others may take it over again
     * @return a copy
     */
    public Operation leasedUntil(Instant until) {
        return new Operation(id, until, targetName, incarnation, destination);
    }

    /**
     * The same operation, to move the organization's documents.
     *
     * @param source the collection that they are in
     * @param target where they will be
     * @return a copy
     */
    public Operation moving(CollectionIncarnation source, TenantHome target) {
        return new Operation(id, leaseUntil, targetName, Optional.of(source), Optional.of(target));
    }

    /**
     * The same operation once the documents are reached at their destination; what is left of it is to remove the source.
     *
     * @return a copy
     */
    public Operation switched() {
        return new Operation(id, leaseUntil, targetName, incarnation, Optional.empty());
    }
}
