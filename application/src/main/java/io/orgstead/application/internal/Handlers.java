package io.orgstead.application.internal;

import io.orgstead.application.internal.data.DataHandlers;
import io.orgstead.application.internal.data.DataPorts;
import io.orgstead.application.internal.data.DataUpkeep;
import io.orgstead.application.internal.migration.MigrateInstallationHandler;
import io.orgstead.application.usecase.AuthorizeRequest;
import io.orgstead.application.usecase.CheckHealth;
import io.orgstead.application.usecase.CreateOrganization;
import io.orgstead.application.usecase.DeleteOrganization;
import io.orgstead.application.usecase.FindOrganization;
import io.orgstead.application.usecase.LogIn;
import io.orgstead.application.usecase.MigrateInstallation;
import io.orgstead.application.usecase.MigrationTarget;
import io.orgstead.application.usecase.MoveOrganization;
import io.orgstead.application.usecase.RecoverInterrupted;
import io.orgstead.application.usecase.RestoreOrganization;
import io.orgstead.application.usecase.UpdateOrganization;
import io.orgstead.application.usecase.WriteGate;
import io.orgstead.application.usecase.backup.OrganizationBackups;
import io.orgstead.application.usecase.data.OrganizationData;
import java.util.Optional;

/** Every use case with the handler behind it. */
public record Handlers(
        CreateOrganization createOrganization,
        FindOrganization findOrganization,
        UpdateOrganization updateOrganization,
        DeleteOrganization deleteOrganization,
        RestoreOrganization restoreOrganization,
        LogIn logIn,
        AuthorizeRequest authorizeRequest,
        RecoverInterrupted recoverInterrupted,
        CheckHealth checkHealth,
        Optional<OrganizationData> organizationData,
        Optional<OrganizationBackups> backups,
        Optional<MoveOrganization> moveOrganization,
        Optional<Migrations> migrations) {

    /** Begins migrations of what the use cases stand on. */
    @FunctionalInterface
    public interface Migrations {

        /** To that store, with changes kept out by the gate in the end. */
        MigrateInstallation to(MigrationTarget target, WriteGate gate);
    }

    /** Makes the handlers and wires them. */
    public static Handlers on(Ports ports) {
        Leases leases = new Leases(ports.clock(), ports.ids(), ports.lease());
        Removal removal = new Removal(ports);
        Founding founding = new Founding(ports, leases, removal);
        UpdateCompletion completion = new UpdateCompletion(ports, leases);
        MoveCompletion move = new MoveCompletion(ports);
        InterruptedOperation interrupted = new InterruptedOperation(ports, leases, removal, completion, move);
        AuditTrail audit = new AuditTrail(ports.audit());
        OwnOrganization own = new OwnOrganization(ports, interrupted);
        RecoverInterrupted recovery = new RecoverInterruptedHandler(
                ports, interrupted, new OrphanSweep(ports), ports.data().map(DataUpkeep::new));
        return new Handlers(
                new AuditedCreateOrganization(new CreateOrganizationHandler(ports, leases, founding), audit),
                new FindOrganizationHandler(ports),
                new AuditedUpdateOrganization(new UpdateOrganizationHandler(ports, leases, completion, own), audit),
                new AuditedDeleteOrganization(new DeleteOrganizationHandler(ports, leases, removal, own), audit),
                new RestoreOrganizationHandler(ports, audit),
                new AuditedLogIn(new LogInHandler(ports), ports, audit),
                new AuditedAuthorizeRequest(new AuthorizeRequestHandler(ports), audit),
                recovery,
                new CheckHealthHandler(ports),
                ports.data().map(data -> audited(data, audit)),
                ports.data()
                        .map(data -> new OrganizationBackups(
                                new WriteBackupHandler(ports, DataHandlers.on(data)),
                                new RestoreBackupHandler(ports, data, leases, founding, audit))),
                ports.data()
                        .flatMap(data -> data.changes()
                                .map(changes -> new MoveOrganizationHandler(
                                        ports, data, changes, leases, interrupted, move, audit))),
                ports.data().flatMap(data -> migrations(ports, data, recovery)));
    }

    private static Optional<Migrations> migrations(Ports ports, DataPorts data, RecoverInterrupted recovery) {
        return data.changes()
                .flatMap(changes -> ports.mark()
                        .map(mark -> (target, gate) -> MigrateInstallationHandler.between(
                                ports.admins(),
                                data,
                                changes,
                                mark.marks(),
                                mark.storeName(),
                                recovery::recoverAll,
                                target,
                                gate)));
    }

    private static OrganizationData audited(DataPorts ports, AuditTrail audit) {
        OrganizationData data = DataHandlers.on(ports);
        return new OrganizationData(
                data.insert(),
                data.find(),
                data.get(),
                data.replace(),
                data.patch(),
                data.delete(),
                new AuditedDeleteDocuments(data.deleteAll(), audit),
                data.count(),
                new AuditedManageIndexes(data.indexes(), audit),
                data.schema().map(schema -> new AuditedManageSchema(schema, audit)),
                data.usage(),
                new AuditedExportDocuments(data.export(), audit),
                new AuditedImportDocuments(data.load(), audit));
    }
}
