package io.orgstead.adapter.sqlite;

import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.TenantMarker;
import io.orgstead.domain.port.MoveOutcome;
import io.orgstead.domain.port.TenantCollections;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The organizations' own tables, each named exactly like its collection, and the register of them. SQLite's tables have
 * nothing of their own that outlasts a rename, so the register knows the incarnation of each; table and register change
 * in one transaction.
 */
final class SqliteTenantCollections implements TenantCollections {

    private static final String STAGED_PREFIX = "staged_";

    private final Database tenants;

    SqliteTenantCollections(Database tenants) {
        this.tenants = tenants;
    }

    @Override
    public Optional<CollectionIncarnation> find(CollectionName name) {
        Optional<CollectionIncarnation> registered = tenants.read(session -> registered(session, name));
        return registered.isPresent() ? registered : tenants.write(session -> adopt(session, name));
    }

    @Override
    public CollectionIncarnation stage(TenantMarker marker) {
        String organization = marker.organizationId().value();
        return tenants.write(session -> {
            Optional<CollectionIncarnation> staged = session.findOne(
                    row -> new CollectionIncarnation(row.getString("incarnation")),
                    TenantSql.FIND_STAGED,
                    organization);
            return staged.isPresent() ? staged.get() : create(session, marker);
        });
    }

    @Override
    public MoveOutcome publish(OrganizationId organization, CollectionIncarnation incarnation, CollectionName to) {
        return move(incarnation, to, place -> place.isStagedFor(organization));
    }

    @Override
    public void discardStaged(OrganizationId organization) {
        tenants.write(session -> {
            Optional<String> name =
                    session.findOne(row -> row.getString("name"), TenantSql.FIND_STAGED, organization.value());
            return name.isPresent() && remove(session, name.get());
        });
    }

    @Override
    public List<OrganizationId> findStaged(int limit) {
        return tenants.read(session ->
                session.findAll(row -> new OrganizationId(row.getString("staged_for")), TenantSql.LIST_STAGED, limit));
    }

    @Override
    public MoveOutcome rename(CollectionName from, CollectionIncarnation incarnation, CollectionName to) {
        return move(incarnation, to, place -> place.isPublicAt(from));
    }

    @Override
    public void drop(CollectionName name, CollectionIncarnation incarnation) {
        tenants.write(session ->
                session.exists(TenantSql.IS_AT, name.value(), incarnation.value()) && remove(session, name.value()));
    }

    private MoveOutcome move(CollectionIncarnation incarnation, CollectionName to, SourceRule isSource) {
        return tenants.write(session -> {
            Optional<Place> found = session.findOne(Place::read, TenantSql.FIND_PLACE, to.value(), incarnation.value());
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
            if (session.exists(TenantSql.IS_NAME_IN_USE, to.value())) {
                return MoveOutcome.TARGET_TAKEN;
            }
            TenantTable.named(place.name()).rename(session, to.value());
            session.update(TenantSql.MOVE, to.value(), incarnation.value());
            return MoveOutcome.MOVED;
        });
    }

    /** Where a collection must be for a move to begin. */
    @FunctionalInterface
    private interface SourceRule {

        boolean accepts(Place place);
    }

    private static CollectionIncarnation create(Session session, TenantMarker marker) throws SQLException {
        String organization = marker.organizationId().value();
        TenantTable table = TenantTable.named(STAGED_PREFIX + organization);
        table.create(session);
        table.insert(session, marker);
        return register(session, STAGED_PREFIX + organization, Optional.of(organization), marker.createdAt());
    }

    private static boolean remove(Session session, String name) throws SQLException {
        TenantTable.named(name).drop(session);
        return session.update(TenantSql.REMOVE, name) == 1;
    }

    /** A table that another program made becomes a collection like any other when it is first found. */
    private static Optional<CollectionIncarnation> adopt(Session session, CollectionName name) throws SQLException {
        Optional<CollectionIncarnation> registered = registered(session, name);
        if (registered.isPresent() || !session.exists(TenantSql.IS_TABLE, name.value())) {
            return registered;
        }
        return Optional.of(register(session, name.value(), Optional.empty(), Instant.EPOCH));
    }

    private static Optional<CollectionIncarnation> registered(Session session, CollectionName name)
            throws SQLException {
        return session.findOne(
                row -> new CollectionIncarnation(row.getString("incarnation")), TenantSql.FIND, name.value());
    }

    private static CollectionIncarnation register(
            Session session, String name, Optional<String> stagedFor, Instant createdAt) throws SQLException {
        String incarnation = session.findOne(row -> row.getString(1), TenantSql.NEW_INCARNATION)
                .orElseThrow();
        session.update(TenantSql.ADD, name, incarnation, stagedFor.orElse(null), Millis.of(createdAt));
        return new CollectionIncarnation(incarnation);
    }
}
