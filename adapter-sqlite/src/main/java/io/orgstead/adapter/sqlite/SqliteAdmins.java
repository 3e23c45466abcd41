package io.orgstead.adapter.sqlite;

import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.PasswordHash;
import io.orgstead.domain.port.Admins;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Admins in the master database. Addresses are in lower case from the start, so finding one is a plain comparison. */
final class SqliteAdmins implements Admins {

    private final Database master;
    private final RecentRows<Admin> recent;

    SqliteAdmins(Database master) {
        this.master = master;
        this.recent = new RecentRows<>(master, AdminRows.READER);
    }

    @Override
    public Optional<Admin> findById(AdminId id) {
        return recent.find(AdminSql.FIND_BY_ID, id.value());
    }

    /** From the database each time: the time that a login takes is not to tell whether an address is known. */
    @Override
    public Optional<Admin> findByEmail(EmailAddress email) {
        return master.read(session -> session.findOne(AdminRows.READER, AdminSql.FIND_BY_EMAIL, email.value()));
    }

    @Override
    public void add(Admin admin) {
        master.write(session -> {
            requireFree(session, admin);
            return session.update(AdminSql.ADD, AdminRows.values(admin));
        });
    }

    @Override
    public boolean replace(Admin next) {
        return master.write(session -> {
            if (!session.exists(AdminSql.HAS_VERSION, next.id().value(), next.version() - 1)) {
                return false;
            }
            requireFree(session, next);
            return session.update(AdminSql.REPLACE, AdminRows.values(next)) == 1;
        });
    }

    @Override
    public boolean rehash(AdminId id, PasswordHash current, PasswordHash fresh) {
        return master.write(
                session -> session.update(AdminSql.REHASH, fresh.reveal(), id.value(), current.reveal()) == 1);
    }

    @Override
    public void remove(AdminId id) {
        master.write(session -> session.update(AdminSql.REMOVE, id.value()));
    }

    @Override
    public List<Admin> findLeasedBefore(Instant instant, int limit) {
        return master.read(session ->
                session.findReadable(limit, AdminRows.READER, AdminSql.FIND_LEASED_BEFORE, Millis.boundOf(instant)));
    }

    private static void requireFree(Session session, Admin admin) throws SQLException {
        if (session.exists(
                AdminSql.IS_EMAIL_OF_ANOTHER, admin.email().value(), admin.id().value())) {
            throw ConflictException.emailTaken();
        }
    }
}
