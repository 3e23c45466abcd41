package io.orgstead.application.internal;

import io.orgstead.application.usecase.backup.BackedUpOrganization;
import io.orgstead.application.usecase.backup.BackedUpOrganization.BackedUpAdmin;
import io.orgstead.application.usecase.backup.BackupSink;
import io.orgstead.application.usecase.backup.WriteBackup;
import io.orgstead.application.usecase.data.OrganizationData;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.DocumentSchema;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.failure.NotFoundException;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationName;
import java.util.List;
import java.util.Optional;

/** Goes through the organizations, and through the documents of each as their admin would. */
final class WriteBackupHandler implements WriteBackup {

    private static final int PAGE = 100;

    private final Ports ports;
    private final OrganizationData data;

    WriteBackupHandler(Ports ports, OrganizationData data) {
        this.ports = ports;
        this.data = data;
    }

    @Override
    public Report write(Optional<OrganizationName> only, BackupSink sink) {
        Run run = new Run(sink);
        if (only.isPresent()) {
            ports.organizations().findByName(only.get()).ifPresent(run::take);
            if (run.organizations == 0 && run.leftOut == 0) {
                throw new NotFoundException();
            }
        } else {
            run.takeAll();
        }
        return new Report(run.organizations, run.documents, run.leftOut);
    }

    private final class Run {

        private final BackupSink sink;
        private long organizations;
        private long documents;
        private long leftOut;

        Run(BackupSink sink) {
            this.sink = sink;
        }

        void takeAll() {
            Optional<OrganizationId> last = Optional.empty();
            List<Organization> page;
            do {
                page = ports.organizations().list(last, PAGE);
                for (Organization organization : page) {
                    last = Optional.of(organization.id());
                    if (organization.status().isVisible()) {
                        take(organization);
                    }
                }
            } while (page.size() == PAGE);
        }

        void take(Organization organization) {
            Optional<Admin> admin = ports.admins().findById(organization.adminId());
            if (admin.isPresent()) {
                take(organization, admin.get());
            } else if (isThere(organization)) {
                leftOut++;
            }
        }

        private boolean isThere(Organization organization) {
            return ports.organizations()
                    .findById(organization.id())
                    .filter(now -> now.status().isVisible())
                    .isPresent();
        }

        private void take(Organization organization, Admin admin) {
            Principal operator = new Principal(
                    organization.adminId(), organization.id(), organization.name(), organization.adminEmail());
            Optional<List<IndexDefinition>> indexes = indexes(operator);
            if (indexes.isEmpty()) {
                return;
            }
            sink.begin(new BackedUpOrganization(
                    organization.id(),
                    nameOf(organization, admin),
                    organization.createdAt(),
                    of(admin),
                    indexes.get(),
                    schema(operator)));
            long[] count = {0};
            try {
                data.export().export(operator, document -> {
                    sink.document(document);
                    count[0]++;
                });
            } catch (NotFoundException deletedMeanwhile) {
                sink.abandon();
                return;
            }
            sink.end();
            organizations++;
            documents += count[0];
        }

        private Optional<DocumentSchema> schema(Principal operator) {
            return data.schema().flatMap(schemas -> schemas.find(operator));
        }

        private Optional<List<IndexDefinition>> indexes(Principal operator) {
            try {
                return Optional.of(data.indexes().list(operator));
            } catch (NotFoundException deletedMeanwhile) {
                return Optional.empty();
            }
        }
    }

    /** A rename that the admin has got already is going to be carried through. */
    private static OrganizationName nameOf(Organization organization, Admin admin) {
        return organization.operation().filter(admin::hasApplied).isPresent()
                ? organization.targetName()
                : organization.name();
    }

    private static BackedUpAdmin of(Admin admin) {
        return new BackedUpAdmin(admin.id(), admin.email(), admin.password(), admin.createdAt(), admin.credentials());
    }
}
