package io.orgstead.application.internal.migration;

import io.orgstead.application.internal.data.DataPorts;
import io.orgstead.application.internal.data.Homes;
import io.orgstead.application.internal.move.Locked;
import io.orgstead.application.internal.move.Source;
import io.orgstead.application.usecase.MigrateInstallation.Migrated;
import io.orgstead.domain.data.DocumentSchema;
import io.orgstead.domain.data.IdempotencyKey;
import io.orgstead.domain.data.IdempotencyRecord;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Usage;
import io.orgstead.domain.failure.NotFoundException;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.port.Admins;
import io.orgstead.domain.port.TenantChanges;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The store that is left. */
final class SourceInstallation {

    private static final int PAGE = 100;

    private final Admins admins;
    private final DataPorts data;
    private final TenantChanges changes;

    SourceInstallation(Admins admins, DataPorts data, TenantChanges changes) {
        this.admins = admins;
        this.data = data;
        this.changes = changes;
    }

    /** Goes through all organizations in the order of their ids. */
    void forEach(Consumer<Organization> consumer) {
        Optional<OrganizationId> last = Optional.empty();
        List<Organization> page;
        do {
            page = data.organizations().list(last, PAGE);
            for (Organization organization : page) {
                last = Optional.of(organization.id());
                consumer.accept(organization);
            }
        } while (page.size() == PAGE);
    }

    long count() {
        long[] count = {0};
        forEach(organization -> count[0]++);
        return count[0];
    }

    boolean isThere(OrganizationId id) {
        return data.organizations().findById(id).isPresent();
    }

    Optional<Admin> adminOf(Organization organization) {
        return admins.findById(organization.adminId());
    }

    /** Where the documents of an organization are that is used. */
    Source documentsOf(Organization organization) {
        return Source.of(organization, data, changes);
    }

    /** The documents of an organization that waits for the end of its grace period, so that nobody changes them. */
    Optional<Locked> lockedDocumentsOf(Organization organization) {
        return scopeOf(organization).map(scope -> new Locked(data.documents(), data.indexes(), scope));
    }

    private Optional<TenantScope> scopeOf(Organization organization) {
        Organization restored = TargetInstallation.settled(organization);
        return Homes.of(organization, data.collections())
                .map(home -> TenantScope.of(Source.operatorOf(restored), restored, restored.collection(), home));
    }

    Optional<DocumentSchema> schemaOf(OrganizationId id) {
        return data.schemas().flatMap(schemas -> schemas.schemas().find(id));
    }

    void forEachRecord(OrganizationId id, Consumer<IdempotencyRecord> consumer) {
        Optional<IdempotencyKey> last = Optional.empty();
        List<IdempotencyRecord> page;
        do {
            page = data.records().list(id, last, PAGE);
            for (IdempotencyRecord kept : page) {
                last = Optional.of(kept.key());
                consumer.accept(kept);
            }
        } while (page.size() == PAGE);
    }

    /** How much there is, which is what has gone over. */
    Migrated total(Duration pause) {
        long[] organizations = {0};
        Usage[] usage = {Usage.NONE};
        forEach(organization -> {
            organizations[0]++;
            usage[0] = scopeOf(organization)
                    .map(scope -> usage[0].plus(data.documents().usage(scope)))
                    .orElse(usage[0]);
        });
        return new Migrated(organizations[0], usage[0].documents(), usage[0].bytes(), pause);
    }

    /** Has no changes noted any more. */
    void unwatchAll() {
        forEach(organization -> {
            if (organization.status().isVisible()) {
                unwatch(organization);
            }
        });
    }

    private void unwatch(Organization organization) {
        try {
            documentsOf(organization).unwatch();
        } catch (NotFoundException deletedMeanwhile) {
            // It takes its notes along.
        }
    }
}
