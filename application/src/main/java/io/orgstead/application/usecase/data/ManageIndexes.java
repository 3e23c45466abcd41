package io.orgstead.application.usecase.data;

import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.IndexDefinition;
import java.util.List;

/** Looks after the indexes of the caller's organization. */
public interface ManageIndexes {

    /**
     * Lists them, without the one on {@code _id}.
     *
     * @param caller whose organization it is
     * @return in the order of their names
     * @throws io.orgstead.domain.failure.NotFoundException if the organization has been deleted meanwhile
     * @throws io.orgstead.domain.failure.ConflictException (operation in progress) if its collection is being moved just
     *     now
     * @throws io.orgstead.domain.failure.StoreUnavailableException if a store does not answer
     */
    List<IndexDefinition> list(Principal caller);

    /**
     * Makes an index. Made again it changes nothing.
     *
     * @param caller whose organization it is
     * @param index the index
     * @return false if it was there already, exactly like that
     * @throws io.orgstead.domain.failure.QuotaExceededException if there are as many as there may be
     * @throws io.orgstead.domain.failure.ConflictException if another index or what the documents hold is in its way, or
     *     (operation in progress) the organization's collection is being moved just now
     * @throws io.orgstead.domain.failure.NotFoundException if the organization has been deleted meanwhile
     * @throws io.orgstead.domain.failure.StoreUnavailableException if a store does not answer; it may have taken effect or not
     */
    boolean create(Principal caller, IndexDefinition index);

    /**
     * Removes an index.
     *
     * @param caller whose organization it is
     * @param name its name
     * @throws io.orgstead.domain.failure.NotFoundException if there is none of the name, or the organization has been deleted
     *     meanwhile
     * @throws io.orgstead.domain.failure.ConflictException (operation in progress) if the organization's collection is being
     *     moved just now
     * @throws io.orgstead.domain.failure.StoreUnavailableException if a store does not answer; it may have taken effect or not
     */
    void drop(Principal caller, String name);
}
