package io.orgstead.application.internal.migration;

import io.orgstead.application.internal.move.Copying;
import io.orgstead.application.internal.move.Reporter;
import io.orgstead.application.internal.move.Source;
import io.orgstead.application.internal.move.Tally;
import io.orgstead.application.internal.move.Watching;
import io.orgstead.application.usecase.MigrationRefusedException;
import io.orgstead.domain.failure.NotFoundException;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Goes through all organizations and copies what the other store lacks. For use by one thread. */
final class Rounds {

    /** How long changes go on being noted after the death of a migration. */
    private static final Duration WATCH = Duration.ofHours(24);

    private final SourceInstallation source;
    private final TargetInstallation target;
    private final InstantSource clock;
    private final Progresses progresses;
    private final Map<OrganizationId, Copy> copies = new HashMap<>();

    /** An organization's documents on their way, and what was found when they were compared last. */
    private record Copy(Source source, Watching watching, Copying copying, Place place, Tally verified) {}

    Rounds(SourceInstallation source, TargetInstallation target, InstantSource clock, Progresses progresses) {
        this.source = source;
        this.target = target;
        this.clock = clock;
        this.progresses = progresses;
    }

    /**
     * Copies while others write.
     *
     * @return how many documents were looked at because they are new or changed
     */
    long copy() {
        long[] changes = {0};
        source.forEach(organization -> {
            if (organization.status().isVisible()) {
                changes[0] += copyUnlessDeleted(organization);
            }
        });
        removeWhatIsGone();
        return changes[0];
    }

    private long copyUnlessDeleted(Organization organization) {
        try {
            Copy known = copies.get(organization.id());
            long changes = known == null
                    ? begin(organization).verified().documents()
                    : known.copying().follow();
            progresses.done(changes);
            return changes;
        } catch (NotFoundException deletedMeanwhile) {
            copies.remove(organization.id());
            return 0;
        }
    }

    private Copy begin(Organization organization) {
        Optional<Organization> present = presentInModelOf(organization);
        Source documents = source.documentsOf(organization);
        Watching watching = Watching.begin(documents, () -> {}, WATCH, clock);
        Place place = target.placeOf(organization, present);
        Copying copying = copying(documents, watching, place);
        Copy copy = new Copy(documents, watching, copying, place, copying.copy());
        if (present.isPresent()) {
            copy = opened(present.get(), copy);
        } else if (isEntered(organization, copy)) {
            copy = opened(target.find(organization.id()).orElseThrow(), copy);
        }
        copies.put(organization.id(), copy);
        return copy;
    }

    private Copying copying(Source documents, Watching watching, Place place) {
        return new Copying(documents, target.documentsAt(place), watching, reporter());
    }

    private Reporter reporter() {
        return new Reporter(
                progress -> {
                    progresses.at(progress.documents());
                    return true;
                },
                clock,
                0);
    }

    private Optional<Organization> presentInModelOf(Organization organization) {
        Optional<Organization> present = target.find(organization.id());
        if (present.isPresent() && present.get().isolation() != organization.isolation()) {
            target.remove(present.get());
            return Optional.empty();
        }
        return present;
    }

    /** Where a name or an address is still another's it is left to the end. */
    private boolean isEntered(Organization organization, Copy copy) {
        Optional<Admin> admin = source.adminOf(organization);
        return organization.status() == OrganizationStatus.ACTIVE
                && admin.isPresent()
                && target.enter(organization, admin.get(), copy.place());
    }

    private Copy opened(Organization entered, Copy copy) {
        Place open = opened(entered, copy.place());
        Copying copying = copying(copy.source(), copy.watching(), open);
        return new Copy(copy.source(), copy.watching(), copying, open, copy.verified());
    }

    private Place opened(Organization entered, Place place) {
        if (place.isPrivate()) {
            target.publish(entered, place);
        }
        return target.placeOf(entered, Optional.of(entered));
    }

    private void removeWhatIsGone() {
        target.forEach(copied -> {
            if (!source.isThere(copied.id())) {
                copies.remove(copied.id());
                target.remove(copied);
            }
        });
        target.discardPrivate(source::isThere);
    }

    /** Copies the rest. Nobody else changes anything now. */
    void complete() {
        removeWhatIsGone();
        List<Organization> unlike = new ArrayList<>();
        Map<OrganizationId, Place> places = new HashMap<>();
        Instant now = clock.instant();
        source.forEach(organization -> {
            Place place = completed(organization);
            target.schema(organization.id(), source.schemaOf(organization.id()));
            source.forEachRecord(organization.id(), kept -> target.enter(kept, now));
            if (!target.isAlike(organization, adminOf(organization), place)) {
                unlike.add(organization);
                places.put(organization.id(), place);
            }
            progresses.done(0);
        });
        align(unlike, places);
    }

    private Admin adminOf(Organization organization) {
        return source.adminOf(organization).orElseThrow(() -> refused(organization, "has no admin"));
    }

    private static MigrationRefusedException refused(Organization organization, String reason) {
        return new MigrationRefusedException("organization " + organization.id().value() + " " + reason);
    }

    private Place completed(Organization organization) {
        return switch (organization.status()) {
            case ACTIVE -> {
                Copy known = copies.get(organization.id());
                Copy copy = known == null ? begin(organization) : known;
                copy.copying().complete(copy.verified(), () -> {});
                yield copy.place();
            }
            case DELETING -> completedLocked(organization);
            default -> throw refused(organization, "is being changed, and that does not end");
        };
    }

    /** What waits for its end nobody changes, so that it is copied once. */
    private Place completedLocked(Organization organization) {
        if (organization.currentOperation().incarnation().isPresent()) {
            throw refused(organization, "is being removed, and that does not end");
        }
        Optional<Organization> present = presentInModelOf(organization);
        Place place = target.placeOf(organization, present);
        source.lockedDocumentsOf(organization)
                .ifPresent(documents -> Copying.copyLocked(documents, target.documentsAt(place), reporter()));
        return present.isPresent() ? opened(present.get(), place) : place;
    }

    /** First all names and addresses are let go of that belong to others now, then all get what is theirs. */
    private void align(List<Organization> unlike, Map<OrganizationId, Place> places) {
        for (Organization organization : unlike) {
            Place place = placeIn(places, organization);
            target.find(organization.id()).ifPresent(copy -> target.park(copy, place.incarnation()));
        }
        for (Organization organization : unlike) {
            Admin admin = adminOf(organization);
            Place place = placeIn(places, organization);
            if (target.find(organization.id()).isPresent()) {
                target.unpark(organization, admin, place.incarnation());
            } else if (!target.enter(organization, admin, place)) {
                throw new IllegalStateException("the name or the address of organization "
                        + organization.id().value() + " is another's in the store that is being filled");
            }
        }
    }

    private static Place placeIn(Map<OrganizationId, Place> places, Organization organization) {
        return Optional.ofNullable(places.get(organization.id())).orElseThrow();
    }

    void removeAll() {
        target.forEach(target::remove);
        target.discardPrivate(id -> false);
    }
}
