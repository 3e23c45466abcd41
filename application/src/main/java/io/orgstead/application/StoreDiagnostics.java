package io.orgstead.application;

import io.orgstead.application.internal.DiagnoseStoreHandler;
import io.orgstead.application.internal.Leftovers;
import io.orgstead.application.usecase.DiagnoseStore;
import io.orgstead.domain.port.Admins;
import io.orgstead.domain.port.Organizations;
import io.orgstead.domain.port.StoreDiagnosis;
import io.orgstead.domain.port.TenantCollections;
import java.time.InstantSource;

/** The examination of a store, apart from {@link OrganizationManagement}: it needs neither passwords nor tokens. */
public final class StoreDiagnostics {

    private StoreDiagnostics() {}

    /**
     * Builds it. Touches no port; whoever made the ports closes them.
     *
     * @param diagnosis looks into the store
     * @param organizations the store of organizations
     * @param admins the store of admins
     * @param collections the store of the organizations' own data
     * @param clock the clock of this instance, which the store's is held against
     * @return the use case, safe for use by any number of threads
     */
    public static DiagnoseStore of(
            StoreDiagnosis diagnosis,
            Organizations organizations,
            Admins admins,
            TenantCollections collections,
            InstantSource clock) {
        return new DiagnoseStoreHandler(diagnosis, new Leftovers(organizations, admins, collections), clock);
    }
}
