package io.orgstead.application.internal.data;

import io.orgstead.domain.port.SchemaValidator;
import io.orgstead.domain.port.TenantSchemas;

/** What schemas stand on. */
public record SchemaPorts(TenantSchemas schemas, SchemaValidator validator) {}
