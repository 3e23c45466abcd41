package io.orgstead.application;

import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.observation.AuditAction;
import io.orgstead.domain.observation.AuditEvent;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.port.Admins;
import io.orgstead.domain.port.Organizations;
import io.orgstead.domain.port.TenantCollections;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.domain.port.TenantIndexes;
import io.orgstead.domain.port.TenantSchemas;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A core on the embedded store that can be come between, by calls such as "admins add" or "collections publish". */
final class FaultyCore implements AutoCloseable {

    /** Longer than a lease. */
    static final Duration TOO_LONG = OrganizationManagementBuilder.DEFAULT_LEASE.plusMillis(1);

    final Core core = new Core();
    final List<AuditEvent> audit = new ArrayList<>();
    final List<String> calls = new ArrayList<>();

    volatile Interfering interfering = Interfering.NOT;

    final OrganizationManagement management = core.builder()
            .organizations(named("organizations ", Organizations.class, core.store.organizations()))
            .admins(named("admins ", Admins.class, core.store.admins()))
            .tenantCollections(named("collections ", TenantCollections.class, core.store.tenantCollections()))
            .organizationData(
                    named("documents ", TenantDocuments.class, core.store.tenantDocuments()),
                    named("indexes ", TenantIndexes.class, core.store.tenantIndexes()),
                    core.store.idempotencyRecords())
            .documentSchemas(
                    named("schemas ", TenantSchemas.class, core.store.tenantSchemas()), new RequiringValidator())
            .auditLog(audit::add)
            .build();

    private <P> P named(String name, Class<P> type, P port) {
        return Interfering.in(type, port, (call, made) -> {
            calls.add(name + call);
            return interfering.around(name + call, made);
        });
    }

    static StoreUnavailableException outage() {
        return new StoreUnavailableException(null);
    }

    /** Once, before a call. */
    void before(String call, Runnable action) {
        interfering = Interfering.before(call, Interfering.once(action));
    }

    /** Once, after a call. */
    void after(String call, Runnable action) {
        interfering = Interfering.after(call, Interfering.once(action));
    }

    long count(String call) {
        return calls.stream().filter(call::equals).count();
    }

    List<AuditEvent> audit(AuditAction action) {
        return audit.stream().filter(event -> event.action() == action).toList();
    }

    List<Organization> organizations() {
        return core.store.organizations().list(Optional.empty(), 10);
    }

    @Override
    public void close() {
        core.close();
    }
}
