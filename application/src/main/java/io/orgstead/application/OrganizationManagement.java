package io.orgstead.application;

import io.orgstead.application.internal.Handlers;
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

/**
 * The whole of Orgstead's core in one object, built from ports. Immutable and safe for use by any number of threads. It
 * owns nothing: whoever made the ports closes them.
 */
public final class OrganizationManagement {

    private final Handlers handlers;

    OrganizationManagement(Handlers handlers) {
        this.handlers = handlers;
    }

    /**
     * Starts building.
     *
     * @return a builder without ports
     */
    public static OrganizationManagementBuilder builder() {
        return new OrganizationManagementBuilder();
    }

    /**
     * Creates organizations.
     *
     * @return the use case
     */
    public CreateOrganization createOrganization() {
        return handlers.createOrganization();
    }

    /**
     * Finds organizations.
     *
     * @return the use case
     */
    public FindOrganization findOrganization() {
        return handlers.findOrganization();
    }

    /**
     * Updates organizations.
     *
     * @return the use case
     */
    public UpdateOrganization updateOrganization() {
        return handlers.updateOrganization();
    }

    /**
     * Deletes organizations.
     *
     * @return the use case
     */
    public DeleteOrganization deleteOrganization() {
        return handlers.deleteOrganization();
    }

    /**
     * Logs admins in.
     *
     * @return the use case
     */
    public LogIn logIn() {
        return handlers.logIn();
    }

    /**
     * Tells on whose behalf a request is made.
     *
     * @return the use case
     */
    public AuthorizeRequest authorizeRequest() {
        return handlers.authorizeRequest();
    }

    /**
     * Settles interrupted operations. Nothing runs it by itself: call it at start and every few seconds.
     *
     * @return the use case
     */
    public RecoverInterrupted recoverInterrupted() {
        return handlers.recoverInterrupted();
    }

    /**
     * Reads and writes the organizations' own documents.
     *
     * @return the use cases; empty if the builder was given no {@linkplain OrganizationManagementBuilder#organizationData store}
     *     for them
     */
    public Optional<OrganizationData> organizationData() {
        return handlers.organizationData();
    }

    /**
     * Takes deletions back. For operators: it asks for no proof of who calls.
     *
     * @return the use case
     */
    public RestoreOrganization restoreOrganization() {
        return handlers.restoreOrganization();
    }

    /**
     * Writes and restores backups. For operators: these use cases ask for no proof of who calls.
     *
     * @return the use cases; empty where {@link #organizationData()} is
     */
    public Optional<OrganizationBackups> backups() {
        return handlers.backups();
    }

    /**
     * Moves organizations' documents to another home. For operators: it asks for no proof of who calls.
     *
     * @return the use case; empty if the builder was given no
     *     {@linkplain OrganizationManagementBuilder#tenantChanges port that notes changes}
     */
    public Optional<MoveOrganization> moveOrganization() {
        return handlers.moveOrganization();
    }

    /**
     * Takes the whole installation to another store.
     *
     * @param target the other store
     * @param gate keeps changes out in the end; whatever serves organizations from the first store must go through it, or none must
     * @return the use case; empty without {@link OrganizationManagementBuilder#migrationMarks}
     */
    public Optional<MigrateInstallation> migrateInstallation(MigrationTarget target, WriteGate gate) {
        return handlers.migrations().map(migrations -> migrations.to(target, gate));
    }

    /**
     * Looks after the stores.
     *
     * @return the use case
     */
    public CheckHealth checkHealth() {
        return handlers.checkHealth();
    }
}
