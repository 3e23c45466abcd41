package io.orgstead.adapter.sqlite;

import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.MoveOutcome;
import io.orgstead.domain.port.TenantCollections;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The organizations' own tables, each named exactly like its collection, and the register of them. SQLite's tables have
 * nothing of their own that outlasts a rename, so the register knows the incarnation of each. A rename moves a table as it
 * is, its marker document included, which keeps the name that the organization had at birth.
 *
 * <p>The register and most tables are in different files, which no transaction spans. So the register's is held open
 * while the table's is done: nothing comes in between, and where a crash does, the table is one step ahead of the
 * register. Nobody was told of that step then; the same call made again completes it, and so does the one that undoes
 * it, since a table is found by its incarnation. Only a birth is the other way round, so that no table is ever without
 * its entry.
 */
final class SqliteTenantCollections implements TenantCollections {

    private static final RowReader<OrganizationId> STAGED_FOR = RowReader.strict(
            "tenant_collections", "staged_for", row -> new OrganizationId(row.getString("staged_for")));

    private final Database register;
    private final TenantFiles files;

    SqliteTenantCollections(Database register, TenantFiles files) {
        this.register = register;
        this.files = files;
    }

    @Override
    public Optional<CollectionIncarnation> find(CollectionName name) {
        Optional<CollectionIncarnation> registered = register.read(session -> registered(session, name));
        return registered.isPresent() ? registered : register.write(session -> adopt(session, name));
    }

    @Override
    public CollectionIncarnation stage(TenantMarker marker, IsolationModel model) {
        register.write(session -> staged(session, marker));
        return register.write(session -> {
            Staged staged = staged(session, marker);
            in(staged.file(), session, tables -> tables.create(marker, staged.incarnation()));
            if (staged.file().isPresent()) {
                session.update(TenantSql.ADD_FILE, staged.file().get());
                files.markInUse(staged.file().get());
            }
            return staged.incarnation();
        });
    }

    @Override
    public MoveOutcome publish(OrganizationId organization, CollectionIncarnation incarnation, CollectionName to) {
        return move(incarnation, to, place -> place.isStagedFor(organization));
    }

    @Override
    public void discardStaged(OrganizationId organization) {
        register.write(session -> {
            Optional<Staged> staged = findStaged(session, organization);
            return staged.isPresent()
                    && remove(session, staged.get().file(), staged.get().incarnation());
        });
    }

    @Override
    public List<OrganizationId> findStaged(int limit) {
        return register.read(session -> session.findReadable(limit, STAGED_FOR, TenantSql.LIST_STAGED));
    }

    @Override
    public MoveOutcome rename(CollectionName from, CollectionIncarnation incarnation, CollectionName to) {
        return move(incarnation, to, place -> place.isPublicAt(from));
    }

    @Override
    public void drop(CollectionName name, CollectionIncarnation incarnation) {
        register.write(session -> {
            Optional<Place> place = place(session, incarnation, name);
            return place.isPresent()
                    && place.get().isTarget()
                    && remove(session, place.get().file(), incarnation);
        });
    }

    @Override
    public boolean isPresent(CollectionName name, CollectionIncarnation incarnation) {
        return register.read(session ->
                place(session, incarnation, name).filter(Place::isTarget).isPresent());
    }

    private MoveOutcome move(CollectionIncarnation incarnation, CollectionName to, SourceRule isSource) {
        return register.write(session -> {
            Optional<Place> found = place(session, incarnation, to);
            if (found.isEmpty()) {
                return MoveOutcome.SOURCE_GONE;
            }
            Place place = found.get();
            if (place.isTarget()) {
                return MoveOutcome.MOVED;
            }
            if (!isSource.accepts(place)) {
                return MoveOutcome.SOURCE_GONE;
            }
            if (isTaken(session, to)) {
                return MoveOutcome.TARGET_TAKEN;
            }
            MoveOutcome outcome = in(place.file(), session, tables -> tables.rename(incarnation, to));
            if (outcome == MoveOutcome.MOVED) {
                session.update(TenantSql.MOVE, to.value(), incarnation.value());
            }
            return outcome;
        });
    }

    /** Where a collection must be for a move to begin. */
    @FunctionalInterface
    private interface SourceRule {

        boolean accepts(Place place);
    }

    /** What is done with the tables of one file, in one transaction. */
    @FunctionalInterface
    private interface TableWork<T> {

        T run(TenantTables tables) throws SQLException;
    }

    private <T> T in(Optional<Integer> file, Session session, TableWork<T> work) throws SQLException {
        return file.isPresent()
                ? files.write(file.get(), session, other -> work.run(new TenantTables(other)))
                : work.run(new TenantTables(session));
    }

    private boolean remove(Session session, Optional<Integer> file, CollectionIncarnation incarnation)
            throws SQLException {
        in(file, session, tables -> tables.drop(incarnation));
        return session.update(TableSql.REMOVE, incarnation.value()) == 1;
    }

    /** By a collection, or by whatever another program made under the name in the register's file. */
    private static boolean isTaken(Session session, CollectionName name) throws SQLException {
        return registered(session, name).isPresent() || new TenantTables(session).isInUse(name);
    }

    private static Optional<Place> place(Session session, CollectionIncarnation incarnation, CollectionName target)
            throws SQLException {
        return session.findOne(Place::read, TenantSql.FIND_PLACE, target.value(), incarnation.value());
    }

    /** A private collection in the register. */
    private record Staged(CollectionIncarnation incarnation, Optional<Integer> file) {

        static Staged read(ResultSet row) throws SQLException {
            return new Staged(new CollectionIncarnation(row.getString("incarnation")), Place.file(row));
        }
    }

    private static Optional<Staged> findStaged(Session session, OrganizationId organization) throws SQLException {
        return session.findOne(Staged::read, TenantSql.FIND_STAGED, organization.value());
    }

    /** The private collection of an organization, entered now if it is not yet. */
    private static Staged staged(Session session, TenantMarker marker) throws SQLException {
        OrganizationId organization = marker.organizationId();
        Optional<Staged> known = findStaged(session, organization);
        if (known.isPresent()) {
            return known.get();
        }
        String name = TenantTables.stagedName(organization.value());
        Optional<Integer> file = Optional.of(TenantFiles.fileOf(organization));
        return new Staged(enter(session, name, Optional.of(organization.value()), marker.createdAt(), file), file);
    }

    /** A table that another program made becomes a collection like any other when it is first found. */
    private static Optional<CollectionIncarnation> adopt(Session session, CollectionName name) throws SQLException {
        Optional<CollectionIncarnation> registered = registered(session, name);
        if (registered.isPresent() || !new TenantTables(session).isTable(name)) {
            return registered;
        }
        return Optional.of(enter(session, name.value(), Optional.empty(), Instant.EPOCH, Optional.empty()));
    }

    private static Optional<CollectionIncarnation> registered(Session session, CollectionName name)
            throws SQLException {
        return session.findOne(
                row -> new CollectionIncarnation(row.getString("incarnation")), TenantSql.FIND, name.value());
    }

    private static CollectionIncarnation enter(
            Session session, String name, Optional<String> stagedFor, Instant createdAt, Optional<Integer> file)
            throws SQLException {
        String incarnation = session.findOne(row -> row.getString(1), TenantSql.NEW_INCARNATION)
                .orElseThrow();
        session.update(
                TenantSql.ADD, name, incarnation, stagedFor.orElse(null), Millis.of(createdAt), file.orElse(null));
        return new CollectionIncarnation(incarnation);
    }
}
