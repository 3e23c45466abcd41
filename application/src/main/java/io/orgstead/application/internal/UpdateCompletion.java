package io.orgstead.application.internal;

import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.failure.NotFoundException;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.port.MoveOutcome;
import java.util.Optional;

/** Carries an update through after its point of no return. Can be repeated, by anybody. */
final class UpdateCompletion {

    private final Ports ports;

    UpdateCompletion(Ports ports) {
        this.ports = ports;
    }

    /**
     * Moves the collection and switches the organization over.
     *
     * @throws ConflictException (operation in progress) if a stranger's collection has turned up under the new name; the
     *     update goes on when it is gone
     */
    Organization complete(Organization updating, Admin updated) {
        moveCollection(updating);
        Organization settled = updating.updated(updated);
        if (ports.organizations().replace(settled)) {
            return settled;
        }
        // Somebody took over and has carried it through, or is about to.
        return ports.organizations()
                .findById(updating.id())
                .filter(organization -> organization.status().isVisible())
                .orElseThrow(NotFoundException::new);
    }

    private void moveCollection(Organization updating) {
        Optional<CollectionIncarnation> incarnation =
                updating.currentOperation().incarnation();
        if (incarnation.isPresent()
                && ports.collections().rename(updating.collection(), incarnation.get(), updating.targetCollection())
                        == MoveOutcome.TARGET_TAKEN) {
            throw ConflictException.operationInProgress();
        }
    }
}
