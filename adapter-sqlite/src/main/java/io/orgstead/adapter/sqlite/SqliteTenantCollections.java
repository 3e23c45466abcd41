package io.orgstead.adapter.sqlite;

import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.MoveOutcome;
import io.orgstead.domain.port.TenantCollections;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
 *
 * <p>What has no name, a file of its own or rows in a shared table, is in the register as well. It goes in steps: entered as
 * going first, then removed, then forgotten; see {@link Removal}.
 */
final class SqliteTenantCollections implements TenantCollections {

    private static final RowReader<OrganizationId> STAGED_FOR = RowReader.strict(
            "tenant_collections", "staged_for", row -> new OrganizationId(row.getString("staged_for")));

    private final Database register;
    private final TenantFiles files;
    private final Removal removal;

    SqliteTenantCollections(Database register, TenantFiles files) {
        this.register = register;
        this.files = files;
        this.removal = new Removal(register, files);
    }

    @Override
    public Optional<CollectionIncarnation> find(CollectionName name) {
        Optional<CollectionIncarnation> registered = register.read(session -> registered(session, name));
        return registered.isPresent() ? registered : register.write(session -> adopt(session, name));
    }

    @Override
    public CollectionIncarnation stage(TenantMarker marker, IsolationModel model) {
        Deadline deadline = register.deadline();
        Optional<CollectionIncarnation> made = tryToStage(marker, model);
        while (made.isEmpty()) {
            if (deadline.hasPassed()) {
                throw new StoreUnavailableException(null);
            }
            discardStaged(marker.organizationId());
            made = tryToStage(marker, model);
        }
        return made.get();
    }

    /** Empty if another one is in the way. */
    private Optional<CollectionIncarnation> tryToStage(TenantMarker marker, IsolationModel model) {
        register.write(session -> staged(session, marker, model));
        return register.write(session -> {
            RegisterEntry staged = staged(session, marker, model);
            if (staged.model() != model || staged.isGoing()) {
                return Optional.empty();
            }
            in(staged.file(), session, tables -> tables.create(marker, staged.incarnation()));
            enterFile(session, staged);
            return Optional.of(staged.incarnation());
        });
    }

    private void enterFile(Session session, RegisterEntry staged) throws SQLException {
        session.update(
                TenantSql.CHANGE_PHASE,
                RegisterEntry.Phase.THERE.stored(),
                staged.incarnation().value());
        if (staged.file().isPresent()) {
            TenantFileId file = staged.file().get();
            if (!(file instanceof TenantFileId.Own)) {
                session.update(TenantSql.ADD_FILE, FileNumbers.of(file));
            }
            files.markInUse(file);
        }
    }

    @Override
    public MoveOutcome publish(OrganizationId organization, CollectionIncarnation incarnation, CollectionName to) {
        return move(incarnation, to, entry -> entry.isStagedFor(organization));
    }

    @Override
    public void discardStaged(OrganizationId organization) {
        remove(session -> findStaged(session, organization));
    }

    @Override
    public List<OrganizationId> findStaged(int limit) {
        return register.read(session -> session.findReadable(limit, STAGED_FOR, TenantSql.LIST_STAGED));
    }

    @Override
    public MoveOutcome rename(CollectionName from, CollectionIncarnation incarnation, CollectionName to) {
        return move(incarnation, to, entry -> entry.isPublicAt(from));
    }

    @Override
    public void drop(CollectionName name, CollectionIncarnation incarnation) {
        remove(session -> entry(session, incarnation, name).filter(RegisterEntry::isTarget));
    }

    @Override
    public boolean isPresent(CollectionName name, CollectionIncarnation incarnation) {
        Optional<RegisterEntry> entry = register.read(session -> entry(session, incarnation, name));
        return entry.map(RegisterEntry::isTarget).orElseGet(() -> removal.leavesAnythingOf(incarnation));
    }

    /** A table of a name goes in one step, everything else in several. */
    private void remove(Work<Optional<RegisterEntry>> lookUp) {
        Deadline deadline = register.deadline();
        Optional<RegisterEntry> going = register.write(session -> {
            Optional<RegisterEntry> found = lookUp.run(session);
            if (found.isPresent() && found.get().isNamed()) {
                CollectionIncarnation incarnation = found.get().incarnation();
                in(found.get().file(), session, tables -> tables.drop(incarnation));
                session.update(TableSql.REMOVE, incarnation.value());
            } else if (found.isPresent()) {
                removal.begin(session, found.get());
            }
            return found.filter(entry -> !entry.isNamed());
        });
        going.ifPresent(entry -> removal.complete(entry, deadline));
    }

    private MoveOutcome move(CollectionIncarnation incarnation, CollectionName to, SourceRule isSource) {
        return register.write(session -> {
            Optional<RegisterEntry> found = entry(session, incarnation, to);
            if (found.isEmpty() || found.get().isGoing()) {
                return MoveOutcome.SOURCE_GONE;
            }
            RegisterEntry entry = found.get();
            if (entry.isTarget()) {
                return MoveOutcome.MOVED;
            }
            if (!isSource.accepts(entry)) {
                return MoveOutcome.SOURCE_GONE;
            }
            return entry.isNamed() ? moveTable(session, entry, to) : publish(session, entry);
        });
    }

    private MoveOutcome moveTable(Session session, RegisterEntry entry, CollectionName to) throws SQLException {
        if (isTaken(session, to)) {
            return MoveOutcome.TARGET_TAKEN;
        }
        CollectionIncarnation incarnation = entry.incarnation();
        MoveOutcome outcome = in(entry.file(), session, tables -> tables.rename(incarnation, to));
        if (outcome == MoveOutcome.MOVED) {
            session.update(TenantSql.MOVE, to.value(), incarnation.value());
        }
        return outcome;
    }

    /** The entry needs a name that is nobody else's: that is its incarnation. */
    private MoveOutcome publish(Session session, RegisterEntry entry) throws SQLException {
        if (entry.phase() != RegisterEntry.Phase.THERE) {
            return MoveOutcome.SOURCE_GONE;
        }
        CollectionIncarnation incarnation = entry.incarnation();
        MoveOutcome outcome = in(entry.file(), session, tables -> tables.publish(incarnation));
        if (outcome == MoveOutcome.MOVED) {
            session.update(TenantSql.MOVE, incarnation.value(), incarnation.value());
        }
        return outcome;
    }

    /** Where a collection must be for a move to begin. */
    @FunctionalInterface
    private interface SourceRule {

        boolean accepts(RegisterEntry entry);
    }

    /** What is done with the tables of one file, in one transaction. */
    @FunctionalInterface
    private interface TableWork<T> {

        T run(TenantTables tables) throws SQLException;
    }

    private <T> T in(Optional<TenantFileId> file, Session session, TableWork<T> work) throws SQLException {
        return file.isPresent()
                ? files.write(file.get(), session, other -> work.run(new TenantTables(other)))
                : work.run(new TenantTables(session));
    }

    /** By a collection, or by whatever another program made under the name in the register's file. */
    private static boolean isTaken(Session session, CollectionName name) throws SQLException {
        return registered(session, name).isPresent() || new TenantTables(session).isInUse(name);
    }

    private static Optional<RegisterEntry> entry(
            Session session, CollectionIncarnation incarnation, CollectionName target) throws SQLException {
        return session.findOne(RegisterEntry::read, TenantSql.FIND_ENTRY, target.value(), incarnation.value());
    }

    private static Optional<RegisterEntry> findStaged(Session session, OrganizationId organization)
            throws SQLException {
        return session.findOne(RegisterEntry::read, TenantSql.FIND_STAGED, organization.value());
    }

    /** The private collection of an organization, entered now if there is none yet. */
    private static RegisterEntry staged(Session session, TenantMarker marker, IsolationModel model)
            throws SQLException {
        OrganizationId organization = marker.organizationId();
        Optional<RegisterEntry> known = findStaged(session, organization);
        if (known.isEmpty()) {
            String name = TenantTables.stagedName(organization.value());
            CollectionIncarnation incarnation = Incarnations.of(model, organization, random(session));
            TenantFileId file = TenantFileId.of(organization, incarnation);
            session.update(
                    TenantSql.ADD,
                    name,
                    incarnation.value(),
                    organization.value(),
                    Millis.of(marker.createdAt()),
                    file instanceof TenantFileId.Own ? null : FileNumbers.of(file),
                    model.name().toLowerCase(Locale.ROOT),
                    RegisterEntry.Phase.COMING.stored());
            known = findStaged(session, organization);
        }
        return known.orElseThrow();
    }

    /** A table that another program made becomes a collection like any other when it is first found. */
    private static Optional<CollectionIncarnation> adopt(Session session, CollectionName name) throws SQLException {
        Optional<CollectionIncarnation> registered = registered(session, name);
        if (registered.isPresent() || !new TenantTables(session).isTable(name)) {
            return registered;
        }
        CollectionIncarnation incarnation = new CollectionIncarnation(random(session));
        session.update(
                TenantSql.ADD,
                name.value(),
                incarnation.value(),
                null,
                Millis.of(Instant.EPOCH),
                null,
                "collection",
                RegisterEntry.Phase.THERE.stored());
        return Optional.of(incarnation);
    }

    private static Optional<CollectionIncarnation> registered(Session session, CollectionName name)
            throws SQLException {
        return session.findOne(
                row -> new CollectionIncarnation(row.getString("incarnation")), TenantSql.FIND, name.value());
    }

    private static String random(Session session) throws SQLException {
        return session.findOne(row -> row.getString(1), TenantSql.NEW_INCARNATION)
                .orElseThrow();
    }
}
