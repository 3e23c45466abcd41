package io.orgstead.testkit;

import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Operation;
import io.orgstead.domain.organization.OperationId;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.PasswordHash;
import io.orgstead.domain.organization.PlaintextPassword;
import io.orgstead.domain.organization.TenantHome;
import io.orgstead.domain.organization.TenantMarker;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Valid sample values. One object of this class never gives the same id, name or address twice, and a new one starts from
 * the beginning, so that a test sees the same values in every run. Safe for use by any number of threads.
 */
public final class Samples {

    /** The sample time: an instant with milliseconds. */
    public static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

    /** When the lease of a sample operation ends: 30 seconds after {@link #NOW}. */
    public static final Instant LEASE = NOW.plus(Duration.ofSeconds(30));

    private final AtomicLong count = new AtomicLong();

    /** Sample values from the beginning. */
    public Samples() {}

    /**
     * A fresh id.
     *
     * @return 24 lower-case hexadecimal digits
     */
    public String id() {
        return String.format("5a%022x", count.incrementAndGet());
    }

    /**
     * A fresh organization id.
     *
     * @return the id
     */
    public OrganizationId organizationId() {
        return new OrganizationId(id());
    }

    /**
     * A fresh name, with a blank and upper-case letters.
     *
     * @return the name
     */
    public OrganizationName name() {
        return OrganizationName.parse("Sample Org " + count.incrementAndGet());
    }

    /**
     * A fresh address.
     *
     * @return the address
     */
    public EmailAddress email() {
        return EmailAddress.parse("admin" + count.incrementAndGet() + "@example.com");
    }

    /**
     * A password that may be chosen.
     *
     * @return the password
     */
    public PlaintextPassword password() {
        return PlaintextPassword.choose("sample password " + count.incrementAndGet());
    }

    /**
     * A fresh text that looks like a hash. No password matches it.
     *
     * @return the hash
     */
    public PasswordHash hash() {
        return new PasswordHash(String.format("$2b$12$%053d", count.incrementAndGet()));
    }

    /**
     * An operation on nothing but the organization.
     *
     * @return a fresh operation, leased until {@link #LEASE}
     */
    public Operation operation() {
        return operation(LEASE);
    }

    /**
     * An operation on nothing but the organization.
     *
     * @param leaseUntil when others may take it over
     * @return a fresh operation
     */
    public Operation operation(Instant leaseUntil) {
        return Operation.begin(new OperationId(id()), leaseUntil);
    }

    /**
     * A collection's incarnation that no store has made.
     *
     * @return a fresh one
     */
    public CollectionIncarnation incarnation() {
        return new CollectionIncarnation(id());
    }

    /**
     * An admin whose organization is being created.
     *
     * @param email the address
     * @return a fresh admin, leased until {@link #LEASE}
     */
    public Admin provisioningAdmin(EmailAddress email) {
        return Admin.provision(new AdminId(id()), organizationId(), name(), email, hash(), NOW, LEASE);
    }

    /**
     * A settled admin.
     *
     * @return a fresh admin
     */
    public Admin admin() {
        return provisioningAdmin(email()).settled();
    }

    /**
     * An organization whose creation has begun.
     *
     * @param name its name
     * @return a fresh organization, leased until {@link #LEASE}
     */
    public Organization provisioning(OrganizationName name) {
        return Organization.provision(organizationId(), name, admin(), operation());
    }

    /**
     * A settled organization.
     *
     * @param name its name
     * @return a fresh organization
     */
    public Organization active(OrganizationName name) {
        return provisioning(name).settled();
    }

    /**
     * A settled organization as a store of another implementation may hold it.
     *
     * @param name its name
     * @param collection its collection's name, which need not follow from the name
     * @return a fresh organization of version 0
     */
    public Organization foreign(String name, String collection) {
        Organization organization = active(name());
        return new Organization(
                organization.id(),
                OrganizationName.restore(name),
                new CollectionName(collection),
                organization.adminId(),
                organization.adminEmail(),
                organization.createdAt(),
                organization.status(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    /**
     * A home that no other organization has.
     *
     * @param model how the documents there are kept apart
     * @return a fresh one
     */
    public TenantHome home(IsolationModel model) {
        return new TenantHome(model, incarnation());
    }

    /**
     * The marker of a fresh organization.
     *
     * @return the marker
     */
    public TenantMarker marker() {
        return new TenantMarker(organizationId(), name(), NOW);
    }

    /**
     * The admin of an organization, authenticated.
     *
     * @param organization the organization
     * @return its admin as a principal
     */
    public static Principal principal(Organization organization) {
        return new Principal(organization.adminId(), organization.id(), organization.name(), organization.adminEmail());
    }

    /**
     * The scope of an organization whose collection has the name that follows from its own.
     *
     * @param organization the organization; settled, or under a change that it may be seen in
     * @param incarnation its collection
     * @return the scope of its admin
     */
    public static TenantScope scope(Organization organization, CollectionIncarnation incarnation) {
        return TenantScope.of(principal(organization), organization, organization.collection(), incarnation);
    }

    /**
     * The same organization after a rename.
     *
     * @param organization the organization
     * @param name its name from now on
     * @return a copy, settled, whose collection is named after the new name
     */
    public static Organization renamed(Organization organization, OrganizationName name) {
        return new Organization(
                organization.id(),
                name,
                name.collectionName(),
                organization.adminId(),
                organization.adminEmail(),
                organization.createdAt(),
                organization.status(),
                organization.operation(),
                organization.home(),
                organization.version() + 1);
    }

    /**
     * A fresh ObjectId.
     *
     * @return greater than those before it
     */
    public Value.ObjectId objectId() {
        return new Value.ObjectId(id());
    }

    /**
     * A document with a fresh ObjectId.
     *
     * @param namesAndValues its other fields, as {@link Documents#document} takes them
     * @return a document that differs from others by its {@code _id} at least
     */
    public Document document(Object... namesAndValues) {
        return Documents.document(namesAndValues).withId(objectId());
    }
}
