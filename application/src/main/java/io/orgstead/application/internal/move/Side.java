package io.orgstead.application.internal.move;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.Value;
import java.util.List;
import java.util.Optional;

/** One side of a copy: documents that can be gone through. */
interface Side {

    /** The next documents in the order of their ids, a bounded number; none at the end. */
    List<Document> page(Optional<Value> after);

    List<IndexDefinition> indexes();
}
