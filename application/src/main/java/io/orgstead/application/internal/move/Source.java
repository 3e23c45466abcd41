package io.orgstead.application.internal.move;

import io.orgstead.application.internal.data.DataPorts;
import io.orgstead.application.internal.data.TenantScopes;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.TenantMovedException;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Usage;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.port.TenantChanges;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Where an organization's documents are, found again after each rename. Throws
 * {@link io.orgstead.domain.failure.NotFoundException} once the organization is deleted.
 */
public final class Source implements Side {

    private final DataPorts ports;
    private final TenantChanges changes;
    private final TenantScopes scopes;
    private final Principal operator;
    private final CollectionIncarnation home;

    private Source(
            DataPorts ports,
            TenantChanges changes,
            TenantScopes scopes,
            Principal operator,
            CollectionIncarnation home) {
        this.ports = ports;
        this.changes = changes;
        this.scopes = scopes;
        this.operator = operator;
        this.home = home;
    }

    /** The present home of an organization. */
    public static Source of(Organization organization, DataPorts ports, TenantChanges changes) {
        Principal operator = operatorOf(organization);
        TenantScopes scopes = new TenantScopes(ports);
        CollectionIncarnation home = scopes.within(operator, scope -> {
            ports.documents().usage(scope);
            return scope.incarnation();
        });
        return new Source(ports, changes, scopes, operator, home);
    }

    /** Whoever operates the installation, in the place of the organization's admin. */
    public static Principal operatorOf(Organization organization) {
        return new Principal(organization.adminId(), organization.id(), organization.name(), organization.adminEmail());
    }

    private <T> T within(Function<TenantScope, T> work) {
        return scopes.within(operator, scope -> {
            if (!scope.incarnation().equals(home)) {
                throw new TenantMovedException();
            }
            return work.apply(scope);
        });
    }

    private void reach(Consumer<TenantScope> work) {
        within(scope -> {
            work.accept(scope);
            return home;
        });
    }

    /** Which it is. */
    public CollectionIncarnation home() {
        return home;
    }

    @Override
    public List<Document> page(Optional<Value> after) {
        return within(scope -> Page.from(ports.documents(), scope, after));
    }

    Optional<Document> find(Value id) {
        return within(scope -> ports.documents().findById(scope, id));
    }

    /** How much is kept. */
    public Usage usage() {
        return within(ports.documents()::usage);
    }

    @Override
    public List<IndexDefinition> indexes() {
        return within(ports.indexes()::list);
    }

    boolean watch(Instant now, Instant until) {
        return within(scope -> changes.watch(scope, now, until));
    }

    List<Value> take(int limit) {
        return within(scope -> changes.take(scope, limit));
    }

    /** Notes changes no more. */
    public void unwatch() {
        reach(changes::unwatch);
    }

    /** Has everybody wait who writes. */
    public void close(long version) {
        reach(scope -> changes.close(scope, version));
    }
}
