package io.orgstead.domain.organization;

/**
 * Where an organization's documents are.
 *
 * @param model how they are kept apart
 * @param incarnation the very collection
 */
public record TenantHome(IsolationModel model, CollectionIncarnation incarnation) {}
