package io.orgstead.adapter.sqlite;

import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.MoveOutcome;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The organizations' tables in one file. A table is found by its incarnation, so that what was broken off between here
 * and the register is found when it is made again. For use within a transaction.
 */
final class TenantTables {

    static final String STAGED_PREFIX = "staged_";

    private final Session session;

    TenantTables(Session session) {
        this.session = session;
    }

    /** The name under which an organization's table is born. */
    static String stagedName(String organization) {
        return STAGED_PREFIX + organization;
    }

    /** Makes a table with its marker alone in it, unless there is one of this incarnation. */
    boolean create(TenantMarker marker, CollectionIncarnation incarnation) throws SQLException {
        if (nameOf(incarnation).isPresent()) {
            return false;
        }
        String name = stagedName(marker.organizationId().value());
        if (Incarnations.model(incarnation) != IsolationModel.SHARED) {
            TenantTable.named(name).create(session);
        }
        DocumentTable.rows(session, name, incarnation)
                .insert("id, document", MarkerDocument.id(marker), MarkerDocument.of(marker));
        return session.update(TableSql.ADD, name, incarnation.value()) == 1;
    }

    /** Makes what has no name public. Where it is a table of its own, that is alone in its file. */
    MoveOutcome publish(CollectionIncarnation incarnation) throws SQLException {
        Optional<String> from = nameOf(incarnation);
        if (from.isEmpty()) {
            return MoveOutcome.SOURCE_GONE;
        }
        if (from.get().startsWith(STAGED_PREFIX)) {
            if (Incarnations.model(incarnation) != IsolationModel.SHARED) {
                TenantTable.named(from.get()).rename(session, incarnation.value());
            }
            session.update(TableSql.RENAME, incarnation.value(), incarnation.value());
        }
        return MoveOutcome.MOVED;
    }

    MoveOutcome rename(CollectionIncarnation incarnation, CollectionName to) throws SQLException {
        Optional<String> from = nameOf(incarnation);
        if (from.isEmpty()) {
            return MoveOutcome.SOURCE_GONE;
        }
        if (!from.get().equals(to.value())) {
            if (isInUse(to)) {
                return MoveOutcome.TARGET_TAKEN;
            }
            TenantTable.named(from.get()).rename(session, to.value());
            session.update(TableSql.RENAME, to.value(), incarnation.value());
        }
        return MoveOutcome.MOVED;
    }

    /** Drops a table, if it is there. */
    boolean drop(CollectionIncarnation incarnation) throws SQLException {
        Optional<String> name = nameOf(incarnation);
        if (name.isPresent()) {
            TenantTable.named(name.get()).drop(session);
            forget(incarnation);
        }
        return name.isPresent();
    }

    /** Removes what is known of a collection, so that nobody reaches it; its documents are left, where they are in a shared table. */
    boolean forget(CollectionIncarnation incarnation) throws SQLException {
        new IndexTable(session, incarnation).dropAll();
        session.update(DataSql.REMOVE_USAGE, incarnation.value());
        session.update(DataSql.REMOVE_CHANGES, incarnation.value());
        session.update(DataSql.REMOVE_NOTES, incarnation.value());
        return session.update(TableSql.REMOVE, incarnation.value()) == 1;
    }

    /** Whether a table, a view or an index of this file has the name. */
    boolean isInUse(CollectionName name) throws SQLException {
        return session.exists(TableSql.IS_NAME_IN_USE, name.value());
    }

    /** Whether a table or a view of this file has the name. */
    boolean isTable(CollectionName name) throws SQLException {
        return session.exists(TableSql.IS_TABLE, name.value());
    }

    private Optional<String> nameOf(CollectionIncarnation incarnation) throws SQLException {
        return session.findOne(row -> row.getString("name"), TableSql.FIND_NAME, incarnation.value());
    }
}
