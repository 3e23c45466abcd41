package io.orgstead.adapter.sqlite;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentSize;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Changes documents together with their entries in indexes and the count of what there is. For use within a transaction. */
final class DocumentChanges {

    private final DocumentTable table;
    private final List<StoredIndex> indexes;

    DocumentChanges(DocumentTable table) throws SQLException {
        this.table = table;
        this.indexes = table.indexes().list();
    }

    /** Inserts a document. Where something is in the way, what was done is to be undone. */
    Optional<Obstacle> insert(Document document) throws SQLException {
        table.insert(document);
        table.noteChange(document.id());
        return changeEntries(Optional.empty(), Optional.of(document));
    }

    /** Replaces a document. Where something is in the way, what was done is to be undone. */
    Optional<Obstacle> replace(Document before, Document after) throws SQLException {
        table.replace(after);
        table.noteChange(after.id());
        table.changeUsage(0, DocumentSize.of(after) - DocumentSize.of(before));
        return changeEntries(Optional.of(before), Optional.of(after));
    }

    void delete(Document document) throws SQLException {
        table.noteChange(document.id());
        expire(document);
    }

    /** Deletes a document whose time has come, which nobody needs to be told of. */
    void expire(Document document) throws SQLException {
        table.delete(document.id());
        table.changeUsage(-1, -DocumentSize.of(document));
        changeEntries(Optional.of(document), Optional.empty());
    }

    private Optional<Obstacle> changeEntries(Optional<Document> before, Optional<Document> after) throws SQLException {
        IndexTable entries = table.indexes();
        for (StoredIndex index : indexes) {
            try {
                Optional<String> violated = entries.change(index, before, after);
                if (violated.isPresent()) {
                    return Optional.of(new Obstacle(violated.get(), false));
                }
            } catch (StoredIndex.ParallelArraysException e) {
                return Optional.of(new Obstacle(index.name(), true));
            }
        }
        return Optional.empty();
    }
}
