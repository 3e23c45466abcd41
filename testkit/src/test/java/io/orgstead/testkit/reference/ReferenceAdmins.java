package io.orgstead.testkit.reference;

import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.PasswordHash;
import io.orgstead.domain.port.Admins;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Correct as it is. What a subclass may get wrong is in the methods that are not the port's. */
public class ReferenceAdmins implements Admins {

    protected final Map<AdminId, Admin> stored = new LinkedHashMap<>();
    private final Map<AdminId, String> writtenEmails = new LinkedHashMap<>();

    /** Stores an admin with an address as another implementation would write it. */
    public void addForeign(Admin admin, String email) {
        synchronized (stored) {
            stored.put(admin.id(), admin);
            writtenEmails.put(admin.id(), email);
        }
    }

    protected boolean follows(Admin before, Admin next) {
        return next.version() == before.version() + 1;
    }

    protected boolean isAt(String writtenEmail, EmailAddress email) {
        return writtenEmail.toLowerCase(Locale.ROOT).equals(email.value());
    }

    protected boolean hasEnded(Instant lease, Instant instant) {
        return lease.isBefore(instant);
    }

    protected Comparator<Admin> order() {
        return Comparator.comparing(admin -> admin.leaseUntil().orElseThrow());
    }

    protected Admin rehashed(Admin admin, PasswordHash fresh) {
        return new Admin(
                admin.id(),
                admin.organizationId(),
                admin.organizationName(),
                admin.email(),
                fresh,
                admin.createdAt(),
                admin.credentials(),
                admin.lastUpdate(),
                admin.leaseUntil(),
                admin.version());
    }

    protected RuntimeException taken() {
        return ConflictException.emailTaken();
    }

    protected final Optional<Admin> first(Predicate<Admin> condition) {
        synchronized (stored) {
            return stored.values().stream().filter(condition).findFirst();
        }
    }

    protected final boolean isTaken(Admin wanted) {
        return first(other -> !other.id().equals(wanted.id()) && other.email().equals(wanted.email()))
                .isPresent();
    }

    protected final void write(Admin admin) {
        addForeign(admin, admin.email().value());
    }

    @Override
    public Optional<Admin> findById(AdminId id) {
        return first(admin -> admin.id().equals(id));
    }

    @Override
    public Optional<Admin> findByEmail(EmailAddress email) {
        return first(admin -> isAt(writtenEmails.getOrDefault(admin.id(), ""), email));
    }

    @Override
    public void add(Admin admin) {
        synchronized (stored) {
            if (isTaken(admin)) {
                throw taken();
            }
            write(admin);
        }
    }

    @Override
    public boolean replace(Admin next) {
        synchronized (stored) {
            Admin before = stored.get(next.id());
            if (before == null || !follows(before, next)) {
                return false;
            }
            if (isTaken(next)) {
                throw taken();
            }
            write(next);
            return true;
        }
    }

    @Override
    public boolean rehash(AdminId id, PasswordHash current, PasswordHash fresh) {
        synchronized (stored) {
            Admin before = stored.get(id);
            if (before == null || !before.password().equals(current)) {
                return false;
            }
            stored.put(id, rehashed(before, fresh));
            return true;
        }
    }

    @Override
    public void remove(AdminId id) {
        synchronized (stored) {
            stored.remove(id);
        }
    }

    @Override
    public List<Admin> findLeasedBefore(Instant instant, int limit) {
        synchronized (stored) {
            return stored.values().stream()
                    .filter(admin -> admin.leaseUntil()
                            .filter(lease -> hasEnded(lease, instant))
                            .isPresent())
                    .sorted(order())
                    .limit(limit)
                    .toList();
        }
    }
}
