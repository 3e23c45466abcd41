package io.orgstead.application.internal.data;

import io.orgstead.application.usecase.data.GetUsage;
import io.orgstead.domain.access.Principal;

/** Asks the store how much there is. */
final class GetUsageHandler implements GetUsage {

    private final DataPorts ports;
    private final TenantScopes scopes;

    GetUsageHandler(DataPorts ports, TenantScopes scopes) {
        this.ports = ports;
        this.scopes = scopes;
    }

    @Override
    public Report usage(Principal caller) {
        return scopes.within(
                caller,
                scope -> new Report(
                        ports.documents().usage(scope),
                        ports.indexes().list(scope).size(),
                        ports.quota()));
    }
}
