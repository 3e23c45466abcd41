package io.orgstead.adapter.mongo;

import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.port.MoveOutcome;
import java.util.Optional;
import org.bson.BsonDocument;

/** Commands on one particular collection, not on whatever has its name. How particular depends on the server. */
interface CollectionCommands {

    /** Whether the server itself compares, so that a command never makes the collection anew that it is meant for. */
    boolean areBound();

    /** What tells the collection of a name from others, if there is one. */
    Optional<CollectionIncarnation> identify(String name);

    /** The marker document as it has to be stored so that this collection can be told from others. */
    BsonDocument marked(BsonDocument marker);

    /** Renames the collection, unless another has either name. Repeatable. */
    MoveOutcome rename(String from, CollectionIncarnation incarnation, String to);

    /**
     * Binds a command on documents or indexes to the collection, if it has this name.
     *
     * @throws io.orgstead.domain.data.TenantMovedException if it is known already that it has not
     */
    void bind(BsonDocument command, String name, CollectionIncarnation incarnation);

    /** Drops the collection, if it has this name; false if it has not. */
    boolean drop(String name, CollectionIncarnation incarnation);
}
