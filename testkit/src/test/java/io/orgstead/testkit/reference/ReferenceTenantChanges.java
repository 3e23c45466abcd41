package io.orgstead.testkit.reference;

import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.port.TenantChanges;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Correct as it is. What a subclass may get wrong is in the methods that are not the port's. */
public class ReferenceTenantChanges implements TenantChanges {

    /** What it works on. */
    public final ReferenceTenantData data;

    private final Map<CollectionIncarnation, Instant> watched = new LinkedHashMap<>();

    /** Over data of its own. */
    public ReferenceTenantChanges() {
        this(new ReferenceTenantData());
    }

    /** Over data that others work on, too. */
    public ReferenceTenantChanges(ReferenceTenantData data) {
        this.data = data;
    }

    protected boolean hasLapsed(Instant until, Instant now) {
        return until.isBefore(now);
    }

    @Override
    public boolean watch(TenantScope scope, Instant now, Instant until) {
        synchronized (data) {
            data.of(scope);
            Instant before = watched.put(scope.incarnation(), until);
            boolean goesOn = before != null && !hasLapsed(before, now);
            data.noted().computeIfAbsent(scope.incarnation(), any -> new LinkedHashSet<>());
            return goesOn;
        }
    }

    @Override
    public List<Value> take(TenantScope scope, int limit) {
        synchronized (data) {
            data.of(scope);
            Set<Value> notes = data.noted().getOrDefault(scope.incarnation(), Set.of());
            List<Value> taken = notes.stream().limit(limit).toList();
            forget(notes, taken);
            return taken;
        }
    }

    protected void forget(Set<Value> notes, List<Value> taken) {
        taken.forEach(notes::remove);
    }

    @Override
    public void unwatch(TenantScope scope) {
        synchronized (data) {
            data.of(scope);
            watched.remove(scope.incarnation());
            data.noted().remove(scope.incarnation());
        }
    }

    @Override
    public void close(TenantScope scope, long version) {
        synchronized (data) {
            data.of(scope);
            data.closed().put(scope.incarnation(), version);
        }
    }

    @Override
    public void reopen(TenantScope scope, long version) {
        synchronized (data) {
            data.of(scope);
            data.closed()
                    .computeIfPresent(
                            scope.incarnation(), (same, closedFor) -> isMeant(closedFor, version) ? null : closedFor);
        }
    }

    protected boolean isMeant(long closedFor, long version) {
        return closedFor <= version;
    }
}
