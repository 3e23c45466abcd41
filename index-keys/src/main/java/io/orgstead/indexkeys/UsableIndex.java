package io.orgstead.indexkeys;

import io.orgstead.domain.data.IndexDefinition;

/**
 * An index that may help to find documents.
 *
 * @param definition what it is
 * @param multikey whether a document may have more than one entry in it
 */
public record UsableIndex(IndexDefinition definition, boolean multikey) {}
