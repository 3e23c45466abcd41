package io.orgstead.indexkeys;

import io.orgstead.domain.data.Bytes;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.IndexKeys;
import io.orgstead.domain.data.SortPosition;
import io.orgstead.domain.failure.InvalidValueException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a document has in an index, as {@link KeyBytes}. */
public final class IndexEntries {

    /** The most entries of one document. */
    public static final int MOST = 10_000;

    private IndexEntries() {}

    /**
     * Finds the entries of a document: one, or one for each item of the array that the fields lead to or through.
     *
     * @param index the index
     * @param document the document
     * @return each once, in the order in which the document has them; empty if no index can hold the document, for it has arrays
     *     in two of the fields
     * @throws InvalidValueException if there are more than {@value #MOST}, equal ones counted
     */
    public static Optional<Set<Bytes>> of(IndexDefinition index, Document document) {
        Optional<List<SortPosition>> rows = IndexKeys.of(index, document);
        if (rows.isPresent() && rows.get().size() > MOST) {
            throw new InvalidValueException(
                    "an array in an indexed field must not have more than " + MOST + " items: index " + index.name());
        }
        return rows.map(IndexEntries::distinct);
    }

    private static Set<Bytes> distinct(List<SortPosition> rows) {
        Set<Bytes> entries = new LinkedHashSet<>();
        rows.forEach(row -> entries.add(Bytes.of(KeyBytes.of(row.keys()))));
        return entries;
    }
}
