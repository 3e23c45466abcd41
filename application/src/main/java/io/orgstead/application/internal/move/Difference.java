package io.orgstead.application.internal.move;

import io.orgstead.domain.data.Document;
import java.util.Optional;

/**
 * A document and its copy, which are not equal.
 *
 * @param original empty if there is none any more
 * @param copy empty if there is none yet
 */
record Difference(Optional<Document> original, Optional<Document> copy) {}
