package io.orgstead.application.usecase.data;

import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.DocumentSchema;
import java.util.Optional;

/** Looks after the schema of the caller's organization, which every document that is stored has to keep to. */
public interface ManageSchema {

    /**
     * Finds it.
     *
     * @param caller whose organization it is
     * @return empty if there is none
     * @throws io.orgstead.domain.failure.StoreUnavailableException if a store does not answer
     */
    Optional<DocumentSchema> find(Principal caller);

    /**
     * Sets it, if the documents that are there are as it says. It holds from the moment when they begin to be looked at; should
     * one of them not be as it says, what held before holds again.
     *
     * @param caller whose organization it is
     * @param schema the schema
     * @return false if the organization had none before
     * @throws io.orgstead.domain.failure.InvalidValueException if it is no schema that can be used
     * @throws io.orgstead.domain.failure.SchemaViolatedException if documents are not as it says; tells some of them
     * @throws io.orgstead.domain.failure.ConflictException (operation in progress) if another change of it, or a move of the
     *     organization's collection, is under way
     * @throws io.orgstead.domain.failure.NotFoundException if the organization has been deleted meanwhile
     * @throws io.orgstead.domain.failure.StoreUnavailableException if a store does not answer; the schema may hold then or not
     */
    boolean set(Principal caller, DocumentSchema schema);

    /**
     * Removes it.
     *
     * @param caller whose organization it is
     * @throws io.orgstead.domain.failure.NotFoundException if there is none
     * @throws io.orgstead.domain.failure.ConflictException (operation in progress) if another change of it is under way
     * @throws io.orgstead.domain.failure.StoreUnavailableException if a store does not answer; it may have taken effect or not
     */
    void remove(Principal caller);
}
