package io.orgstead.application.internal.data;

import io.orgstead.application.usecase.data.ManageSchema;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.DocumentSchema;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.failure.NotFoundException;
import io.orgstead.domain.failure.SchemaViolatedException;
import io.orgstead.domain.failure.SchemaViolation;
import io.orgstead.domain.port.TenantDocuments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sets a schema first and looks at the documents then, so that none slips in between. */
final class ManageSchemaHandler implements ManageSchema {

    private final SchemaPorts ports;
    private final TenantDocuments documents;
    private final TenantScopes scopes;

    ManageSchemaHandler(SchemaPorts ports, TenantDocuments documents, TenantScopes scopes) {
        this.ports = ports;
        this.documents = documents;
        this.scopes = scopes;
    }

    @Override
    public Optional<DocumentSchema> find(Principal caller) {
        return ports.schemas().find(caller.organizationId());
    }

    @Override
    public boolean set(Principal caller, DocumentSchema schema) {
        ports.validator().requireUsable(schema);
        Optional<DocumentSchema> before = find(caller);
        change(caller, before, Optional.of(schema));
        try {
            List<SchemaViolation> offenders = scopes.within(caller, scope -> offenders(scope, schema));
            if (!offenders.isEmpty()) {
                throw SchemaViolatedException.byPresent(offenders);
            }
        } catch (RuntimeException refusal) {
            restore(caller, before, schema, refusal);
            throw refusal;
        }
        return before.isPresent();
    }

    @Override
    public void remove(Principal caller) {
        Optional<DocumentSchema> before = find(caller);
        if (before.isEmpty()) {
            throw NotFoundException.schema();
        }
        change(caller, before, Optional.empty());
    }

    private void change(Principal caller, Optional<DocumentSchema> before, Optional<DocumentSchema> next) {
        if (!before.equals(next) && !ports.schemas().replace(caller.organizationId(), before, next)) {
            throw ConflictException.operationInProgress();
        }
    }

    private void restore(
            Principal caller, Optional<DocumentSchema> before, DocumentSchema schema, RuntimeException refusal) {
        try {
            ports.schemas().replace(caller.organizationId(), Optional.of(schema), before);
        } catch (RuntimeException e) {
            refusal.addSuppressed(e);
        }
    }

    private List<SchemaViolation> offenders(TenantScope scope, DocumentSchema schema) {
        List<SchemaViolation> offenders = new ArrayList<>();
        documents.scan(scope, Optional.empty(), document -> {
            String id = text(document.id());
            ports.validator().violations(schema, document).stream()
                    .limit(1)
                    .map(violation -> violation.within(id))
                    .forEach(offenders::add);
            return offenders.size() < SchemaViolatedException.MAX_TOLD;
        });
        return offenders;
    }

    private static String text(Value id) {
        if (id instanceof Value.ObjectId objectId) {
            return objectId.hex();
        }
        return id instanceof Value.Text text ? text.value() : id.type().alias();
    }
}
