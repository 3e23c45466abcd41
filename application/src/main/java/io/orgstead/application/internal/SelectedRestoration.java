package io.orgstead.application.internal;

import io.orgstead.application.usecase.backup.BackedUpOrganization;
import io.orgstead.application.usecase.backup.RestoreBackup;
import io.orgstead.application.usecase.backup.RestoreBackup.Copy;
import io.orgstead.application.usecase.backup.RestoreBackup.Report;
import io.orgstead.application.usecase.backup.RestoreBackup.Wish;
import io.orgstead.application.usecase.backup.RestoreRefusedException;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Picks of a backup what is wished, refuses what cannot be made, and passes the rest on. */
final class SelectedRestoration implements RestoreBackup.Restoration {

    private static final int MOST_WARNINGS = 100;

    /** What is done for one organization. */
    interface Making {

        /** Takes a document in. */
        default void document(Document document) {}

        /**
         * Completes the organization.
         *
         * @return what could not be made as it was
         */
        default List<String> complete() {
            return List.of();
        }

        /** Takes the organization back. */
        default void undo() {}
    }

    private final Ports ports;
    private final Wish wish;
    private final Function<BackedUpOrganization, Making> making;
    private final List<String> warnings = new ArrayList<>();
    private Optional<Making> current = Optional.empty();
    private long organizations;
    private long documents;
    private long documentsOfCurrent;
    private long existing;

    SelectedRestoration(Ports ports, Wish wish, Function<BackedUpOrganization, Making> making) {
        this.ports = ports;
        this.wish = wish;
        this.making = making;
    }

    @Override
    public void begin(BackedUpOrganization organization) {
        if (wish.only().isPresent() && !organization.name().equals(wish.only().get())) {
            return;
        }
        if (wish.leaveExisting() && isThere(organization)) {
            existing++;
            return;
        }
        BackedUpOrganization wanted =
                wish.copy().map(copy -> copied(organization, copy)).orElse(organization);
        requireFree(wanted);
        documentsOfCurrent = 0;
        current = Optional.of(making.apply(wanted));
    }

    private boolean isThere(BackedUpOrganization organization) {
        return ports.organizations()
                .findById(organization.id())
                .filter(found -> found.name().equals(organization.name()))
                .filter(found -> found.status().isVisible())
                .isPresent();
    }

    private BackedUpOrganization copied(BackedUpOrganization organization, Copy copy) {
        return organization.as(
                new OrganizationId(ports.ids().nextId()),
                copy.name(),
                new AdminId(ports.ids().nextId()),
                copy.email());
    }

    private void requireFree(BackedUpOrganization wanted) {
        Optional<Organization> sameId = ports.organizations().findById(wanted.id());
        if (sameId.isPresent()) {
            throw refused(
                    wanted,
                    "it is there already, under the name \""
                            + sameId.get().name().value() + '"');
        }
        if (ports.organizations().findByName(wanted.name()).isPresent()) {
            throw refused(wanted, "another organization has this name, or one that maps to the same collection");
        }
        if (ports.admins().findById(wanted.admin().id()).isPresent()
                || ports.organizations().findByAdmin(wanted.admin().id()).isPresent()) {
            throw refused(wanted, "its admin is there already");
        }
        if (ports.admins().findByEmail(wanted.admin().email()).isPresent()) {
            throw refused(wanted, "another admin has its admin's email address");
        }
        if (ports.collections().find(wanted.name().collectionName()).isPresent()) {
            throw refused(wanted, "the store already holds a collection of its name");
        }
    }

    private static RestoreRefusedException refused(BackedUpOrganization wanted, String reason) {
        return new RestoreRefusedException("organization \"" + wanted.name().value() + "\" ("
                + wanted.id().value() + ") cannot be restored: " + reason);
    }

    @Override
    public void document(Document document) {
        if (current.isPresent()) {
            current.get().document(document);
            documentsOfCurrent++;
        }
    }

    @Override
    public void end() {
        if (current.isPresent()) {
            List<String> more = current.get().complete();
            current = Optional.empty();
            warnings.addAll(more.subList(0, Math.min(more.size(), MOST_WARNINGS - warnings.size())));
            organizations++;
            documents += documentsOfCurrent;
        }
    }

    @Override
    public void abandon() {
        close();
    }

    @Override
    public Report report() {
        return new Report(organizations, documents, existing, warnings);
    }

    @Override
    public void close() {
        Optional<Making> begun = current;
        current = Optional.empty();
        begun.ifPresent(Making::undo);
    }
}
