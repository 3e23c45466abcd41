package io.orgstead.adapter.sqlite;

import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What the register says of a collection.
 *
 * @param name its name in the register: where it has a table of a name, that name
 * @param stagedFor the organization whose private collection it is; empty if it is public
 * @param file the file that it is in; empty if that is the register's own
 * @param hasName whether it has the name that was asked for
 */
record RegisterEntry(
        String name,
        CollectionIncarnation incarnation,
        Optional<String> stagedFor,
        Optional<TenantFileId> file,
        Phase phase,
        boolean hasName) {

    /** What there is of a collection. */
    enum Phase {
        /** Entered, and perhaps not yet made. */
        COMING,
        THERE,
        /** Being removed: nobody is led to it any more. */
        GOING;

        static Phase read(String text) {
            return switch (text) {
                case "coming" -> COMING;
                case "going" -> GOING;
                default -> THERE;
            };
        }

        String stored() {
            return switch (this) {
                case COMING -> "coming";
                case THERE -> "there";
                case GOING -> "going";
            };
        }
    }

    /** From a row of the register. */
    static RegisterEntry read(ResultSet row) throws SQLException {
        CollectionIncarnation incarnation = new CollectionIncarnation(row.getString("incarnation"));
        return new RegisterEntry(
                row.getString("name"),
                incarnation,
                Optional.ofNullable(row.getString("staged_for")),
                file(incarnation, row),
                Phase.read(row.getString("phase")),
                row.getBoolean("there"));
    }

    private static Optional<TenantFileId> file(CollectionIncarnation incarnation, ResultSet row) throws SQLException {
        if (Incarnations.model(incarnation) == IsolationModel.DATABASE) {
            return Optional.of(TenantFileId.ownOf(incarnation));
        }
        int number = row.getInt("file");
        return row.wasNull() ? Optional.empty() : FileNumbers.file(number);
    }

    IsolationModel model() {
        return Incarnations.model(incarnation);
    }

    /** Whether it is a table of a name, as in the seed document. */
    boolean isNamed() {
        return model() == IsolationModel.COLLECTION;
    }

    boolean isGoing() {
        return phase == Phase.GOING;
    }

    boolean isStagedFor(OrganizationId organization) {
        return stagedFor.equals(Optional.of(organization.value()));
    }

    /** Whether it is public under the name that was asked for. What has none of its own is so under each. */
    boolean isTarget() {
        return isNamed() ? hasName : stagedFor.isEmpty();
    }

    boolean isPublicAt(CollectionName other) {
        return stagedFor.isEmpty() && name.equals(other.value());
    }
}
