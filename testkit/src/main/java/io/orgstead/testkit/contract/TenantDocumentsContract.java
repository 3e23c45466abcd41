package io.orgstead.testkit.contract;

/**
 * What every {@link io.orgstead.domain.port.TenantDocuments} must do. An implementation's test extends this class and says how
 * to make the port, and the {@link io.orgstead.domain.port.TenantCollections} of the same store.
 */
public abstract class TenantDocumentsContract extends TenantDocumentsIsolation {}
