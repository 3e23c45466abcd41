package io.orgstead.domain.port;

import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.TenantMarker;
import java.util.List;
import java.util.Optional;

/**
 * The collections that hold the organizations' own data: how they come to be, move and go. Every call is one atomic
 * step, durable when it returns, and idempotent, so that whoever takes over an interrupted operation can make it again;
 * implementations are safe for use by any number of threads and instances.
 *
 * <p>A collection is born under a private name that belongs to its organization's id, where nobody sees it, and is then
 * moved to its public one. From birth on it has a {@link CollectionIncarnation}, and moves and drops name it: a late
 * call of a stalled process finds another collection, or none, and changes nothing.
 *
 * <p>Whether it is a collection in the store's own sense depends on its {@link IsolationModel}. Only those of the model
 * {@code COLLECTION} have names: the public name of another is that of whoever knows its incarnation, and nothing is found by it,
 * taken by it, or moved to it.
 *
 * <p>Every method throws {@link io.orgstead.domain.failure.StoreUnavailableException} when the store does not answer in
 * time; a write may then have taken effect or not.
 */
public interface TenantCollections {

    /**
     * Finds a public collection of the model {@code COLLECTION}, whoever made it.
     *
     * @param name its name
     * @return what tells it from others of the name; empty if there is no such collection
     */
    Optional<CollectionIncarnation> find(CollectionName name);

    /**
     * Creates the private collection of an organization with its marker document alone in it. Made again it finds the
     * first one, if that is of the same model; one of another model is discarded first.
     *
     * @param marker the document; names the organization
     * @param model how its documents are kept apart from those of others
     * @return what tells the collection from any other
     */
    CollectionIncarnation stage(TenantMarker marker, IsolationModel model);

    /**
     * Moves a private collection to its public name. From then on it is not the organization's private one any more.
     *
     * @param organization whose private collection it is
     * @param incarnation the collection itself
     * @param to the public name
     * @return {@link MoveOutcome#MOVED} also if it is there already
     */
    MoveOutcome publish(OrganizationId organization, CollectionIncarnation incarnation, CollectionName to);

    /**
     * Drops the private collection of an organization, if it has one.
     *
     * @param organization whose private collection it is
     */
    void discardStaged(OrganizationId organization);

    /**
     * Lists the organizations that have a private collection.
     *
     * @param limit the most to return, at least 1
     * @return at most that many ids
     */
    List<OrganizationId> findStaged(int limit);

    /**
     * Moves a public collection to another public name with everything in it, in time that does not depend on how much
     * that is.
     *
     * @param from its name so far
     * @param incarnation the collection itself
     * @param to its name from now on
     * @return {@link MoveOutcome#MOVED} also if it is there already
     */
    MoveOutcome rename(CollectionName from, CollectionIncarnation incarnation, CollectionName to);

    /**
     * Drops a public collection with everything in it. Does nothing if there is none of the name, or if it is another. Where that
     * takes longer than a call may, nobody reaches it any more, and the call made again goes on.
     *
     * @param name its name
     * @param incarnation the collection itself
     */
    void drop(CollectionName name, CollectionIncarnation incarnation);

    /**
     * Looks whether a public collection is there, or anything of it.
     *
     * @param name its name
     * @param incarnation the collection itself
     * @return false if nothing is left of it under that name
     */
    boolean isPresent(CollectionName name, CollectionIncarnation incarnation);
}
