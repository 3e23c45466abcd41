package io.orgstead.application;

import io.orgstead.application.internal.Handlers;
import io.orgstead.application.internal.NoLoginThrottle;
import io.orgstead.application.internal.OwnMark;
import io.orgstead.application.internal.Ports;
import io.orgstead.application.internal.data.DataPorts;
import io.orgstead.application.internal.data.SchemaPorts;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.port.Admins;
import io.orgstead.domain.port.AuditLog;
import io.orgstead.domain.port.HealthProbe;
import io.orgstead.domain.port.IdSource;
import io.orgstead.domain.port.IdempotencyRecords;
import io.orgstead.domain.port.LoginThrottle;
import io.orgstead.domain.port.MigrationMarks;
import io.orgstead.domain.port.Organizations;
import io.orgstead.domain.port.PasswordHasher;
import io.orgstead.domain.port.SchemaValidator;
import io.orgstead.domain.port.TenantChanges;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.domain.port.TenantIndexes;
import io.orgstead.domain.port.TenantSchemas;
import io.orgstead.domain.port.TokenService;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes the ports that the core needs and gives the core. Every port is required but the login throttle, the
 * audit log and the store of documents, and so is the clock; the rest has defaults. For use by one thread.
 */
public final class OrganizationManagementBuilder {

    /** How long an operation belongs to its owner, unless said otherwise. */
    public static final Duration DEFAULT_LEASE = Duration.ofSeconds(15);

    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(1);

    private @Nullable Organizations organizations;
    private @Nullable Admins admins;
    private @Nullable TenantCollections tenantCollections;
    private @Nullable PasswordHasher passwordHasher;
    private @Nullable TokenService tokenService;
    private @Nullable IdSource idSource;
    private LoginThrottle loginThrottle = new NoLoginThrottle();
    private AuditLog auditLog = event -> {};
    private @Nullable InstantSource clock;
    private final List<HealthProbe> healthProbes = new ArrayList<>();
    private Duration lease = DEFAULT_LEASE;
    private Duration deleteGrace = Duration.ZERO;
    private IsolationModel isolation = IsolationModel.COLLECTION;
    private @Nullable DataStore dataStore;
    private @Nullable SchemaPorts documentSchemas;
    private @Nullable TenantChanges tenantChanges;
    private @Nullable OwnMark ownMark;
    private Quota quota = Quota.UNLIMITED;

    OrganizationManagementBuilder() {}

    /**
     * Sets the store of organizations.
     *
     * @param port the port
     * @return this
     */
    public OrganizationManagementBuilder organizations(Organizations port) {
        organizations = port;
        return this;
    }

    /**
     * Sets the store of admins. It must be the same database as that of the organizations, or as durable.
     *
     * @param port the port
     * @return this
     */
    public OrganizationManagementBuilder admins(Admins port) {
        admins = port;
        return this;
    }

    /**
     * Sets the store of the collections that hold the organizations' own data.
     *
     * @param port the port
     * @return this
     */
    public OrganizationManagementBuilder tenantCollections(TenantCollections port) {
        tenantCollections = port;
        return this;
    }

    /**
     * Sets the store of the documents in those collections; without it there is no
     * {@link OrganizationManagement#organizationData()}. It must be the same database as that of the collections.
     *
     * @param documents the documents
     * @param indexes their indexes
     * @param records what is known of requests that are to take effect once
     * @return this
     */
    public OrganizationManagementBuilder organizationData(
            TenantDocuments documents, TenantIndexes indexes, IdempotencyRecords records) {
        dataStore = new DataStore(documents, indexes, records);
        return this;
    }

    /**
     * Lets organizations' documents be moved while they are read and written; without, they stay where they are. Counts only
     * together with {@link #organizationData}, and must be of the same database.
     *
     * @param port the port
     * @return this
     */
    public OrganizationManagementBuilder tenantChanges(TenantChanges port) {
        tenantChanges = port;
        return this;
    }

    /**
     * Lets organizations say by a schema what their documents have to be like; without, they cannot. Counts only together with
     * {@link #organizationData}.
     *
     * @param schemas the store of the schemas
     * @param validator holds documents against them
     * @return this
     */
    public OrganizationManagementBuilder documentSchemas(TenantSchemas schemas, SchemaValidator validator) {
        documentSchemas = new SchemaPorts(schemas, validator);
        return this;
    }

    /**
     * Sets how much each organization may keep, {@link Quota#UNLIMITED} by default.
     *
     * @param limits the same for all organizations; what an organization has beyond it stays
     * @return this
     */
    public OrganizationManagementBuilder quota(Quota limits) {
        quota = limits;
        return this;
    }

    /**
     * Sets what hashes passwords.
     *
     * @param port the port
     * @return this
     */
    public OrganizationManagementBuilder passwordHasher(PasswordHasher port) {
        passwordHasher = port;
        return this;
    }

    /**
     * Sets what issues access tokens.
     *
     * @param port the port
     * @return this
     */
    public OrganizationManagementBuilder tokenService(TokenService port) {
        tokenService = port;
        return this;
    }

    /**
     * Sets what makes identifiers.
     *
     * @param port the port
     * @return this
     */
    public OrganizationManagementBuilder idSource(IdSource port) {
        idSource = port;
        return this;
    }

    /**
     * Sets what slows down who guesses passwords; nothing does, unless said otherwise.
     *
     * @param port the port
     * @return this
     */
    public OrganizationManagementBuilder loginThrottle(LoginThrottle port) {
        loginThrottle = port;
        return this;
    }

    /**
     * Sets what keeps logins, refusals and changes for auditors; nothing does, unless said otherwise.
     *
     * @param port the port
     * @return this
     */
    public OrganizationManagementBuilder auditLog(AuditLog port) {
        auditLog = port;
        return this;
    }

    /**
     * Sets the clock. The clocks of instances that share a store must agree to within a few seconds.
     *
     * @param source the clock, usually {@link InstantSource#system()}
     * @return this
     */
    public OrganizationManagementBuilder clock(InstantSource source) {
        clock = source;
        return this;
    }

    /**
     * Adds something for {@link OrganizationManagement#checkHealth()} to look at.
     *
     * @param probe the probe
     * @return this
     */
    public OrganizationManagementBuilder healthProbe(HealthProbe probe) {
        healthProbes.add(probe);
        return this;
    }

    /**
     * Sets how long an operation belongs to its owner, {@link #DEFAULT_LEASE} by default. Longer than any operation takes
     * with a store that answers; recovery from a crash waits as long.
     *
     * @param length at least a second
     * @return this
     */
    public OrganizationManagementBuilder lease(Duration length) {
        if (length.compareTo(SHORTEST_LEASE) < 0) {
            throw new IllegalArgumentException("lease must be at least " + SHORTEST_LEASE);
        }
        lease = length;
        return this;
    }

    /**
     * Sets how long a deleted organization can be restored. It is locked at once, and removed by the first run of
     * {@link OrganizationManagement#recoverInterrupted()} after that. None, unless said otherwise: it is removed at once.
     *
     * @param length not negative
     * @return this
     */
    public OrganizationManagementBuilder deleteGrace(Duration length) {
        if (length.isNegative()) {
            throw new IllegalArgumentException("the grace period must not be negative");
        }
        deleteGrace = length;
        return this;
    }

    /**
     * Lets the whole installation be taken to another store; without, it stays where it is. Counts only together with
     * {@link #tenantChanges}, and must be of the same database.
     *
     * @param port the store's mark
     * @param storeName what the store is called for a person
     * @return this
     */
    public OrganizationManagementBuilder migrationMarks(MigrationMarks port, String storeName) {
        ownMark = new OwnMark(port, storeName);
        return this;
    }

    /**
     * Sets how the documents of organizations to be created are kept apart from those of others,
     * {@link IsolationModel#COLLECTION} unless said otherwise. Existing ones stay as they are.
     *
     * @param model the model
     * @return this
     */
    public OrganizationManagementBuilder isolation(IsolationModel model) {
        isolation = model;
        return this;
    }

    /**
     * Builds the core. Touches no port.
     *
     * @return the core
     * @throws IllegalStateException if something required is missing; the message names it
     */
    public OrganizationManagement build() {
        Organizations allOrganizations = require(organizations, "organizations");
        TenantCollections collections = require(tenantCollections, "tenantCollections");
        IdSource ids = require(idSource, "idSource");
        InstantSource time = require(clock, "clock");
        return new OrganizationManagement(Handlers.on(new Ports(
                allOrganizations,
                require(admins, "admins"),
                collections,
                require(passwordHasher, "passwordHasher"),
                require(tokenService, "tokenService"),
                loginThrottle,
                auditLog,
                ids,
                List.copyOf(healthProbes),
                time,
                lease,
                deleteGrace,
                isolation,
                Optional.ofNullable(dataStore)
                        .map(store -> store.ports(
                                allOrganizations,
                                collections,
                                Optional.ofNullable(tenantChanges),
                                Optional.ofNullable(documentSchemas),
                                ids,
                                time,
                                lease,
                                quota)),
                Optional.ofNullable(ownMark))));
    }

    private static <T> T require(@Nullable T port, String name) {
        if (port == null) {
            throw new IllegalStateException(name + " is required");
        }
        return port;
    }

    private record DataStore(TenantDocuments documents, TenantIndexes indexes, IdempotencyRecords records) {

        DataPorts ports(
                Organizations organizations,
                TenantCollections collections,
                Optional<TenantChanges> changes,
                Optional<SchemaPorts> schemas,
                IdSource ids,
                InstantSource clock,
                Duration lease,
                Quota quota) {
            return new DataPorts(
                    organizations,
                    collections,
                    documents,
                    indexes,
                    changes,
                    records,
                    schemas,
                    ids,
                    clock,
                    lease,
                    quota);
        }
    }
}
