package io.orgstead.application.internal;

import io.orgstead.application.internal.data.DataPorts;
import io.orgstead.application.usecase.backup.RestoreBackup;

/** Makes the sinks that look, and those that make. */
final class RestoreBackupHandler implements RestoreBackup {

    private final Ports ports;
    private final DataPorts data;
    private final Leases leases;
    private final Founding founding;
    private final AuditTrail audit;

    RestoreBackupHandler(Ports ports, DataPorts data, Leases leases, Founding founding, AuditTrail audit) {
        this.ports = ports;
        this.data = data;
        this.leases = leases;
        this.founding = founding;
        this.audit = audit;
    }

    @Override
    public Restoration check(Wish wish) {
        return new SelectedRestoration(
                ports,
                wish,
                organization ->
                        new SelectedRestoration.Making() {
                            // Looks only.
                        });
    }

    @Override
    public Restoration restore(Wish wish) {
        return new SelectedRestoration(
                ports, wish, organization -> Refounding.begin(ports, data, leases, founding, audit, organization));
    }
}
