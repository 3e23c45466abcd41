package io.orgstead.application.model;

import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.PasswordHash;
import io.orgstead.domain.port.Admins;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The admins of a {@link ModelStore}. */
record ModelAdmins(ModelStore store) implements Admins {

    private void refuseTaken(Admin wanted) {
        if (store.has(Fence.CLAIM_OF_ADDRESS)
                && store.contents().adminsInOrder().stream()
                        .anyMatch(other ->
                                !other.id().equals(wanted.id()) && other.email().equals(wanted.email()))) {
            throw ConflictException.emailTaken();
        }
    }

    private void put(Admin admin) {
        store.change(before -> before.withAdmins(stored -> stored.put(admin.id(), admin)));
    }

    @Override
    public Optional<Admin> findById(AdminId id) {
        return Optional.ofNullable(store.contents().admins().get(id));
    }

    @Override
    public Optional<Admin> findByEmail(EmailAddress email) {
        return store.contents().adminsInOrder().stream()
                .filter(admin -> admin.email().equals(email))
                .findFirst();
    }

    @Override
    public void add(Admin admin) {
        synchronized (store) {
            refuseTaken(admin);
            put(admin);
        }
    }

    @Override
    public boolean replace(Admin next) {
        synchronized (store) {
            Optional<Admin> stored = findById(next.id())
                    .filter(admin -> admin.version() == next.version() - 1 || !store.has(Fence.ADMIN_VERSION));
            if (stored.isEmpty()) {
                return false;
            }
            refuseTaken(next);
            put(next);
            return true;
        }
    }

    @Override
    public boolean rehash(AdminId id, PasswordHash current, PasswordHash fresh) {
        throw new UnsupportedOperationException("only a login does this, and no operation of the lifecycle");
    }

    @Override
    public void remove(AdminId id) {
        store.change(before -> before.withAdmins(stored -> stored.remove(id)));
    }

    @Override
    public List<Admin> findLeasedBefore(Instant instant, int limit) {
        return store.contents().adminsInOrder().stream()
                .filter(admin -> admin.leaseUntil()
                        .filter(lease -> lease.isBefore(instant))
                        .isPresent())
                .sorted(Comparator.comparing(admin -> admin.leaseUntil().orElseThrow()))
                .limit(limit)
                .toList();
    }
}
