package io.orgstead.adapter.mongo;

import io.orgstead.domain.data.Bytes;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.IndexKeys;
import io.orgstead.domain.data.SortPosition;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.indexkeys.IndexEntries;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** What a document that shares its collection has of its organization's indexes. */
final class SharedEntries {

    /** What all entries of a document may be together: it has to stay within what the server takes. */
    private static final long MOST_BYTES = 2 * 1024 * 1024;

    private final List<BsonString> found = new ArrayList<>();
    private final List<BsonString> unique = new ArrayList<>();
    private final Set<Integer> multikey = new HashSet<>();
    private Optional<BsonDateTime> expiry = Optional.empty();

    private SharedEntries() {}

    /** A document has arrays in two fields of an index. */
    static final class ParallelArraysException extends Exception {

        private static final long serialVersionUID = 1L;

        private final String index;

        private ParallelArraysException(String index) {
            super(null, null, false, false);
            this.index = index;
        }

        String index() {
            return index;
        }
    }

    /**
     * Makes them.
     *
     * @throws InvalidValueException if they are too many, or too large
     */
    static SharedEntries of(Document document, List<SharedIndex> indexes) throws ParallelArraysException {
        SharedEntries entries = new SharedEntries();
        long bytes = 0;
        for (SharedIndex index : indexes) {
            if (!index.isWritten()) {
                continue;
            }
            Set<Bytes> keys = IndexEntries.of(index.definition(), document)
                    .orElseThrow(
                            () -> new ParallelArraysException(index.definition().name()));
            for (Bytes key : keys) {
                bytes += key.length();
                entries.add(index, new BsonString(index.entry(key.toArray())));
            }
            if (bytes > MOST_BYTES) {
                throw new InvalidValueException("what the document has in indexed fields is too much: index "
                        + index.definition().name());
            }
            if (keys.size() > 1) {
                entries.multikey.add(index.number());
            }
        }
        entries.expiry = expiryOf(document, indexes);
        return entries;
    }

    private void add(SharedIndex index, BsonString entry) {
        found.add(entry);
        if (index.definition().unique()) {
            unique.add(entry);
        }
    }

    /** When it expires by any of the indexes. */
    static Optional<BsonDateTime> expiryOf(Document document, List<SharedIndex> indexes) {
        return indexes.stream()
                .filter(SharedIndex::expires)
                .flatMap(index -> expiries(index.definition(), document))
                .min(Long::compare)
                .map(BsonDateTime::new);
    }

    private static Stream<Long> expiries(IndexDefinition index, Document document) {
        long after = index.expireAfter().orElseThrow().toMillis();
        return IndexKeys.of(index, document).orElse(List.of()).stream()
                .map(SortPosition::keys)
                .map(keys -> keys.get(0))
                .filter(Value.Date.class::isInstance)
                .map(value -> ((Value.Date) value).epochMillis())
                // What is that far off never comes.
                .filter(date -> date <= Long.MAX_VALUE - after)
                .map(date -> date + after);
    }

    List<BsonString> found() {
        return List.copyOf(found);
    }

    List<BsonString> unique() {
        return List.copyOf(unique);
    }

    /** The numbers of the indexes in which the document has several entries. */
    Set<Integer> multikey() {
        return Set.copyOf(multikey);
    }

    /** Adds them to a document as it is stored. */
    void addTo(BsonDocument stored) {
        if (!found.isEmpty()) {
            stored.append(SharedLayout.ENTRIES, new BsonArray(found));
        }
        if (!unique.isEmpty()) {
            stored.append(SharedLayout.UNIQUE, new BsonArray(unique));
        }
        expiry.ifPresent(date -> stored.append(SharedLayout.EXPIRY, date));
    }
}
