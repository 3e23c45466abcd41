package io.orgstead.bootstrap;

import io.orgstead.adapter.mongo.MongoAdapters;
import io.orgstead.adapter.mongo.MongoSettings;
import io.orgstead.application.OrganizationManagement;
import io.orgstead.application.usecase.MigrateInstallation;
import io.orgstead.application.usecase.MigrateInstallation.Migrated;
import io.orgstead.application.usecase.MigrateInstallation.Progress;
import io.orgstead.application.usecase.MigrationRefusedException;
import io.orgstead.application.usecase.MigrationTarget;
import io.orgstead.application.usecase.WriteGate;
import io.orgstead.bootstrap.control.ControlRequest;
import io.orgstead.bootstrap.control.OperatorConsole;
import io.orgstead.bootstrap.control.TaskProgress;
import java.util.Locale;

/** Takes the embedded installation to a MongoDB database, or gives that up. */
final class MigrateTask implements OperatorTask {

    static final String NAME = "migrate";
    static final String TO = "to";
    static final String DATABASE = "database";
    static final String ABANDON = "abandon";

    private final WriteGate gate;
    private final Runnable gone;

    /**
     * In a process that serves the installation through this gate, or does not serve it.
     *
     * @param gone called once the installation is somewhere else
     */
    MigrateTask(WriteGate gate, Runnable gone) {
        this.gate = gate;
        this.gone = gone;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int run(OrganizationManagement management, ControlRequest request, OperatorConsole console) {
        MongoSettings settings = MongoSettings.of(request.argument(TO).orElse(""))
                .withDatabase(request.argument(DATABASE).orElse(MongoSettings.DEFAULT_DATABASE));
        try (MongoAdapters mongo = MongoAdapters.connect(settings)) {
            MigrateInstallation migration = management
                    .migrateInstallation(target(mongo, Stores.describe(settings)), gate)
                    .orElseThrow(() -> new IllegalStateException("this store cannot be left"));
            return request.argument(ABANDON).isPresent()
                    ? abandon(migration, console)
                    : migrate(migration, settings, console);
        } catch (MigrationRefusedException e) {
            console.complain(DoctorCommand.reason(e));
            return Exit.FAILED;
        }
    }

    private static MigrationTarget target(MongoAdapters mongo, String name) {
        return new MigrationTarget(
                mongo.organizations(),
                mongo.admins(),
                mongo.tenantCollections(),
                mongo.tenantDocuments(),
                mongo.tenantIndexes(),
                mongo.tenantSchemas(),
                mongo.idempotencyRecords(),
                mongo.migrationMarks(),
                name);
    }

    private static int abandon(MigrateInstallation migration, OperatorConsole console) {
        migration.abandon();
        console.print("the migration is given up: nothing is left of it");
        return Exit.OK;
    }

    private int migrate(MigrateInstallation migration, MongoSettings settings, OperatorConsole console) {
        Migrated migrated = migration.migrate(progress -> console.show(shown(progress)));
        console.print("migrated to " + Stores.describe(settings) + ": "
                + Counted.organizations(migrated.organizations()) + ", " + Counted.documents(migrated.documents())
                + ", "
                + migrated.bytes() + " bytes; changes were refused for "
                + migrated.pause().toMillis() + " ms");
        console.print("start servers with " + Setting.MONGODB_URI.variable() + " from now on");
        gone.run();
        return Exit.OK;
    }

    private static TaskProgress shown(Progress progress) {
        String phase = progress.phase().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", organization "
                + progress.organizations() + " of " + progress.expected();
        return new TaskProgress(phase, progress.documents(), 0, 0);
    }
}
