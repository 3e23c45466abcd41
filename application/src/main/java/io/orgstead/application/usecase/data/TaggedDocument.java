package io.orgstead.application.usecase.data;

import io.orgstead.domain.data.Document;

/**
 * A document as it was found.
 *
 * @param document the whole of it
 * @param tag stands for it as it is
 */
public record TaggedDocument(Document document, DocumentTag tag) {}
