package io.orgstead.domain.organization;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * An organization (tenant). Immutable: every change makes a new one with the next {@link #version()}, and a store takes
 * it only if it still holds the version before (compare and set), so that of two racing changes one loses.
 *
 * @param id identifies it for good
 * @param name as its admin wrote it
 * @param collection holds its data; unique among organizations
 * @param adminId its admin
 * @param adminEmail its admin's email address, kept here too so that reading an organization takes one look
 * @param createdAt when, at millisecond precision
 * @param status where it is in its life
 * @param operation the change under way; present exactly when the status is not {@link OrganizationStatus#ACTIVE}
 * @param home where its documents are; empty if in the collection that has its {@link #collection} name
 * @param version counts the changes; 0 where a store of another implementation has none
 */
public record Organization(
        OrganizationId id,
        OrganizationName name,
        CollectionName collection,
        AdminId adminId,
        EmailAddress adminEmail,
        Instant createdAt,
        OrganizationStatus status,
        Optional<Operation> operation,
        Optional<TenantHome> home,
        long version) {

    /**
     * An organization from its parts, as a store holds them.
     *
     * @throws IllegalArgumentException if status and operation contradict each other, or the version is negative
     */
    public Organization {
        if (operation.isPresent() == (status == OrganizationStatus.ACTIVE)) {
            throw new IllegalArgumentException("status " + status + " contradicts its operation");
        }
        if (version < 0) {
            throw new IllegalArgumentException("version must not be negative");
        }
        if (home.filter(place -> place.model() == IsolationModel.COLLECTION).isPresent()) {
            throw new IllegalArgumentException("a collection of its own is found by its name");
        }
    }

    /**
     * An organization whose creation begins.
     *
     * @param id a fresh id
     * @param name its name; the collection's name follows from it
     * @param admin who will be its admin
     * @param creation the operation under way
     * @return the first version, {@link OrganizationStatus#PROVISIONING}
     */
    public static Organization provision(OrganizationId id, OrganizationName name, Admin admin, Operation creation) {
        return new Organization(
                id,
                name,
                name.collectionName(),
                admin.id(),
                admin.email(),
                admin.createdAt(),
                OrganizationStatus.PROVISIONING,
                Optional.of(creation),
                Optional.empty(),
                1);
    }

    /**
     * The same organization once its collection is prepared.
     *
     * @param prepared the collection
     * @return the next version
     */
    public Organization staged(TenantHome prepared) {
        return next(OrganizationStatus.PROVISIONING, currentOperation().on(prepared.incarnation()), named(prepared));
    }

    /** A collection that has the organization's name is found by it. */
    private static Optional<TenantHome> named(TenantHome place) {
        return Optional.of(place).filter(other -> other.model() != IsolationModel.COLLECTION);
    }

    /**
     * The same organization while its documents go to another home.
     *
     * @param move the operation; names source and destination
     * @return the next version, {@link OrganizationStatus#MOVING}
     */
    public Organization moving(Operation move) {
        return next(OrganizationStatus.MOVING, move);
    }

    /**
     * The same organization with its documents at their destination: the switch from the old home to the new one. What is left
     * is to remove the source, which the operation still names.
     *
     * @return the next version
     * @throws IllegalStateException if no move that has not switched yet is under way
     */
    public Organization switched() {
        TenantHome destination = currentOperation()
                .destination()
                .orElseThrow(() -> new IllegalStateException("the operation has no destination"));
        return next(status, currentOperation().switched(), named(destination));
    }

    /**
     * How its documents are kept apart from those of others.
     *
     * @return the model of its home
     */
    public IsolationModel isolation() {
        return home.map(TenantHome::model).orElse(IsolationModel.COLLECTION);
    }

    /**
     * The same organization, created or changed in nothing: what was under way is over.
     *
     * @return the next version, {@link OrganizationStatus#ACTIVE}
     */
    public Organization settled() {
        return new Organization(
                id,
                name,
                collection,
                adminId,
                adminEmail,
                createdAt,
                OrganizationStatus.ACTIVE,
                Optional.empty(),
                home,
                version + 1);
    }

    /**
     * The same organization while a change of its name or its admin's credentials begins.
     *
     * @param update the operation; its target name is claimed with the next version
     * @return the next version, {@link OrganizationStatus#UPDATING}
     */
    public Organization updating(Operation update) {
        return next(OrganizationStatus.UPDATING, update);
    }

    /**
     * The same organization with its update carried through: the switch from the old name to the new one.
     *
     * @param admin the admin as it is after the update
     * @return the next version, {@link OrganizationStatus#ACTIVE}
     */
    public Organization updated(Admin admin) {
        return new Organization(
                id,
                targetName(),
                targetCollection(),
                adminId,
                admin.email(),
                createdAt,
                OrganizationStatus.ACTIVE,
                Optional.empty(),
                home,
                version + 1);
    }

    /**
     * The same organization while it is removed. From here on nobody sees it or gets in.
     *
     * @param deletion the operation
     * @return the next version, {@link OrganizationStatus#DELETING}
     */
    public Organization deleting(Operation deletion) {
        return next(OrganizationStatus.DELETING, deletion);
    }

    /**
     * Whether its deletion can still be taken back: it waits for the end of its grace period, and nothing has been removed.
     * From the step on with which the removal begins, the operation names the collection.
     *
     * @param now the present
     * @return false in every other status, and once the period is over
     */
    public boolean isRestorable(Instant now) {
        return status == OrganizationStatus.DELETING
                && currentOperation().incarnation().isEmpty()
                && now.isBefore(currentOperation().leaseUntil());
    }

    /**
     * The same organization with its operation in new hands.
     *
     * @param leaseUntil when others may take it over again
     * @return the next version; its former owner's next compare and set fails
     */
    public Organization takenOver(Instant leaseUntil) {
        return next(status, currentOperation().leasedUntil(leaseUntil));
    }

    /**
     * The name it will have when its update is carried through.
     *
     * @return the target of a rename under way, else the current name
     */
    public OrganizationName targetName() {
        return operation.flatMap(Operation::targetName).orElse(name);
    }

    /**
     * The collection it will have when its update is carried through.
     *
     * @return the target of a rename under way, else the current collection
     */
    public CollectionName targetCollection() {
        return operation
                .flatMap(Operation::targetName)
                .map(OrganizationName::collectionName)
                .orElse(collection);
    }

    /**
     * The collection names that nobody else may have now: its own, and during a rename the target's as well.
     *
     * @return one or two names
     */
    public Set<CollectionName> claims() {
        Set<CollectionName> claims = new LinkedHashSet<>();
        claims.add(collection);
        claims.add(targetCollection());
        return Set.copyOf(claims);
    }

    /**
     * Whether somebody who says this name means this organization.
     *
     * @param other a name
     * @return true if it is the name, or one that maps to the same collection
     */
    public boolean answersTo(OrganizationName other) {
        return name.equals(other) || collection.equals(other.collectionName());
    }

    /**
     * The operation under way.
     *
     * @return it
     * @throws IllegalStateException if there is none
     */
    public Operation currentOperation() {
        return operation.orElseThrow(() -> new IllegalStateException("no operation is under way"));
    }

    private Organization next(OrganizationStatus nextStatus, Operation nextOperation) {
        return next(nextStatus, nextOperation, home);
    }

    private Organization next(OrganizationStatus nextStatus, Operation nextOperation, Optional<TenantHome> nextHome) {
        return new Organization(
                id,
                name,
                collection,
                adminId,
                adminEmail,
                createdAt,
                nextStatus,
                Optional.of(nextOperation),
                nextHome,
                version + 1);
    }
}
