package io.orgstead.application.internal;

import io.orgstead.application.usecase.AuthorizeRequest;
import io.orgstead.application.usecase.CheckHealth;
import io.orgstead.application.usecase.CreateOrganization;
import io.orgstead.application.usecase.DeleteOrganization;
import io.orgstead.application.usecase.FindOrganization;
import io.orgstead.application.usecase.LogIn;
import io.orgstead.application.usecase.RecoverInterrupted;
import io.orgstead.application.usecase.UpdateOrganization;

/** Every use case with the handler behind it. */
public record Handlers(
        CreateOrganization createOrganization,
        FindOrganization findOrganization,
        UpdateOrganization updateOrganization,
        DeleteOrganization deleteOrganization,
        LogIn logIn,
        AuthorizeRequest authorizeRequest,
        RecoverInterrupted recoverInterrupted,
        CheckHealth checkHealth) {

    /** Wires the handlers. */
    public Handlers(Ports ports) {
        this(
                ports,
                new Leases(ports.clock(), ports.ids(), ports.lease()),
                new Removal(ports),
                new UpdateCompletion(ports));
    }

    private Handlers(Ports ports, Leases leases, Removal removal, UpdateCompletion completion) {
        this(ports, leases, removal, completion, new InterruptedOperation(ports, leases, removal, completion));
    }

    private Handlers(
            Ports ports,
            Leases leases,
            Removal removal,
            UpdateCompletion completion,
            InterruptedOperation interrupted) {
        this(
                new CreateOrganizationHandler(ports, leases, removal),
                new FindOrganizationHandler(ports),
                new UpdateOrganizationHandler(ports, leases, completion, new OwnOrganization(ports, interrupted)),
                new DeleteOrganizationHandler(ports, leases, removal, new OwnOrganization(ports, interrupted)),
                new LogInHandler(ports),
                new AuthorizeRequestHandler(ports),
                new RecoverInterruptedHandler(ports, interrupted, new OrphanSweep(ports)),
                new CheckHealthHandler(ports));
    }
}
