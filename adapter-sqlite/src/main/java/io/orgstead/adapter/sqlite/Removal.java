package io.orgstead.adapter.sqlite;

import io.orgstead.domain.data.Bytes;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.organization.CollectionIncarnation;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Removes what organizations have in files of their own, and in the shared one, a little at a time there so that others have
 * their turn. It stays in the register until nothing of it is left, so that whatever interrupts this is found and gone on with.
 */
final class Removal {

    /** How many rows, and bytes of them, go in one transaction. */
    static final int CHUNK = 500;

    private static final long CHUNK_BYTES = 16L * 1024 * 1024;

    private final Database register;
    private final TenantFiles files;

    Removal(Database register, TenantFiles files) {
        this.register = register;
        this.files = files;
    }

    /** Enters that a collection goes, in the register's transaction. */
    void begin(Session session, RegisterEntry entry) throws SQLException {
        session.update(
                TenantSql.CHANGE_PHASE,
                RegisterEntry.Phase.GOING.stored(),
                entry.incarnation().value());
    }

    /**
     * Removes a collection that is entered as going.
     *
     * @throws StoreUnavailableException if that does not end in time; then it is to be gone on with
     */
    void complete(RegisterEntry entry, Deadline deadline) {
        TenantFileId file = entry.file().orElseThrow();
        if (file instanceof TenantFileId.Own own) {
            files.remove(own, deadline);
        } else {
            removeShared(entry.incarnation(), deadline);
        }
        register.write(session ->
                session.update(TenantSql.REMOVE_GOING, entry.incarnation().value()));
    }

    private void removeShared(CollectionIncarnation incarnation, Deadline deadline) {
        inShared(deadline, session -> new TenantTables(session).forget(incarnation));
        boolean more = true;
        while (more) {
            if (deadline.hasPassed()) {
                throw new StoreUnavailableException(null);
            }
            more = inShared(deadline, session -> removeSome(session, incarnation))
                    .orElse(false);
        }
    }

    /** Removes entries, or once there are none documents; false if there was nothing. */
    private static boolean removeSome(Session session, CollectionIncarnation incarnation) throws SQLException {
        return removeEntries(TenantRows.shared(session, SharedTables.ENTRIES, incarnation.value()))
                || removeDocuments(TenantRows.shared(session, SharedTables.DOCUMENTS, incarnation.value()));
    }

    /** An entry of an index of one tenant. */
    private record Entry(String name, Bytes key, String id) {}

    private static boolean removeEntries(TenantRows entries) throws SQLException {
        List<Entry> some = new ArrayList<>();
        entries.forEach(
                row -> {
                    some.add(new Entry(row.getString(1), Bytes.of(row.getBytes(2)), row.getString(3)));
                    return some.size() < CHUNK;
                },
                entries.select("name, key, id", "", ""));
        for (Entry entry : some) {
            entries.delete(
                    "name = ? AND key = ? AND id = ?", entry.name(), entry.key().toArray(), entry.id());
        }
        return !some.isEmpty();
    }

    /** SQLite knows how long a text is without reading it. */
    private static boolean removeDocuments(TenantRows documents) throws SQLException {
        List<String> some = new ArrayList<>();
        long[] bytes = {0};
        documents.forEach(
                row -> {
                    some.add(row.getString(1));
                    bytes[0] += row.getLong(2);
                    return some.size() < CHUNK && bytes[0] < CHUNK_BYTES;
                },
                documents.select("id, octet_length(document)", "", ""));
        for (String id : some) {
            documents.delete("id = ?", id);
        }
        return !some.isEmpty();
    }

    /** Whether there is anything of a collection that the register does not know any more. */
    boolean leavesAnythingOf(CollectionIncarnation incarnation) {
        return switch (Incarnations.model(incarnation)) {
            case COLLECTION -> false;
            case DATABASE -> files.holdsAnythingOf(TenantFileId.ownOf(incarnation));
            case SHARED -> isShared(incarnation);
        };
    }

    private boolean isShared(CollectionIncarnation incarnation) {
        return inSharedReading(session -> TenantRows.shared(session, SharedTables.ENTRIES, incarnation.value())
                                .exists("")
                        || TenantRows.shared(session, SharedTables.DOCUMENTS, incarnation.value())
                                .exists(""))
                .orElse(false);
    }

    private <T> Optional<T> inSharedReading(Work<T> work) {
        try {
            return files.readIfThere(TenantFileId.Shared.FILE, register.deadline(), work);
        } catch (SQLException e) {
            throw new StoreUnavailableException(e);
        }
    }

    private <T> Optional<T> inShared(Deadline deadline, Work<T> work) {
        try {
            return files.writeIfThere(TenantFileId.Shared.FILE, deadline, work);
        } catch (SQLException e) {
            throw new StoreUnavailableException(e);
        }
    }
}
