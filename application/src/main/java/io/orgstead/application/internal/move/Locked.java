package io.orgstead.application.internal.move;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.TenantScope;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.port.TenantDocuments;
import io.orgstead.domain.port.TenantIndexes;
import java.util.List;
import java.util.Optional;

/**
 * The documents of an organization that nobody gets into.
 *
 * @param scope where they are
 */
public record Locked(TenantDocuments ports, TenantIndexes kept, TenantScope scope) implements Side {

    @Override
    public List<Document> page(Optional<Value> after) {
        return Page.from(ports, scope, after);
    }

    @Override
    public List<IndexDefinition> indexes() {
        return kept.list(scope);
    }
}
