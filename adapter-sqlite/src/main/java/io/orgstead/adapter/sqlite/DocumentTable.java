package io.orgstead.adapter.sqlite;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentSize;
import io.orgstead.domain.data.Usage;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The documents in the table of one organization, the marker left out. For use within a transaction.
 *
 * <p>From its first use on a table has an index in the order of ids, and a count of what is in it. The index is named by the
 * incarnation, so that it is in the way of no later namesake, and moves and goes with its table.
 */
final class DocumentTable {

    /** Sorts texts below ObjectIds, and each as the values do, which the texts in the column of ids do not. */
    static final String ID_KEY = "substr(id, 1, 1) || (id ->> '$')";

    private static final String FOREIGN_KEYS =
            "(KEY < '\"' OR (KEY >= '#' AND KEY < '{{\"$oid\":\"') OR KEY >= '{{\"$oid\":#')".replace("KEY", ID_KEY);

    private final Session session;
    private final String name;
    private final String quoted;
    private final CollectionIncarnation incarnation;
    private final String marker;
    private Optional<String> otherMarker = Optional.empty();
    private Optional<String> lastKey = Optional.empty();
    private Usage usage = Usage.NONE;

    DocumentTable(Session session, String name, CollectionIncarnation incarnation, OrganizationId organization) {
        this.session = session;
        this.name = name;
        this.quoted = TenantTable.quoted(name);
        this.incarnation = incarnation;
        this.marker = StoredDocument.id(new Value.ObjectId(organization.value()));
    }

    /** A table whose organization is not known: for documents that are known not to be its marker. */
    DocumentTable(Session session, String name, CollectionIncarnation incarnation) {
        this.session = session;
        this.name = name;
        this.quoted = TenantTable.quoted(name);
        this.incarnation = incarnation;
        this.marker = "";
    }

    Session session() {
        return session;
    }

    CollectionIncarnation incarnation() {
        return incarnation;
    }

    IndexTable indexes() {
        return new IndexTable(session, incarnation);
    }

    /** Takes a document; says false to end. */
    @FunctionalInterface
    interface Consumer {
        boolean take(Document document, int length) throws SQLException;
    }

    /**
     * Looks the table up.
     *
     * @return false if it is not ready for use: then nothing but {@link #prepare} makes sense
     */
    boolean open() throws SQLException {
        Optional<Usage> known = session.findOne(this::readUsage, DataSql.USAGE, incarnation.value());
        usage = known.orElse(Usage.NONE);
        return known.isPresent();
    }

    private Usage readUsage(ResultSet row) throws SQLException {
        otherMarker = Optional.ofNullable(row.getString("other_marker"));
        return new Usage(row.getLong("documents"), row.getLong("bytes"));
    }

    /** Makes the table ready for use. Other programs may have left documents in it, and a marker of their own. */
    void prepare() throws SQLException {
        session.execute("CREATE INDEX IF NOT EXISTS " + TenantTable.quoted("ids_" + incarnation.value()) + " ON "
                + quoted + " (" + ID_KEY + ")");
        forEach((document, length) -> {
            if (otherMarker.isEmpty() && StoredDocument.isLikeMarker(document)) {
                otherMarker = Optional.of(StoredDocument.id(document.id()));
            } else {
                usage = usage.plus(new Usage(1, DocumentSize.of(document)));
            }
            return true;
        });
        session.update(
                DataSql.ADD_USAGE, usage.documents(), usage.bytes(), otherMarker.orElse(null), incarnation.value());
    }

    /** What is in the table. */
    Usage usage() {
        return usage;
    }

    void changeUsage(long documents, long bytes) throws SQLException {
        usage = usage.plus(new Usage(documents, bytes));
        session.update(DataSql.CHANGE_USAGE, documents, bytes, incarnation.value());
    }

    boolean isTaken(Value id) throws SQLException {
        return session.exists("SELECT 1 FROM " + quoted + " WHERE id = ?", StoredDocument.id(id));
    }

    Optional<Document> find(Value id) throws SQLException {
        List<Document> found = new ArrayList<>();
        find(StoredDocument.id(id), (document, length) -> found.add(document));
        return found.stream().findFirst();
    }

    /** Gives a document to a consumer, and what that says; true if there is none. */
    boolean find(String id, Consumer consumer) throws SQLException {
        Optional<String> text = isMarker(id)
                ? Optional.empty()
                : session.findOne(row -> row.getString(1), "SELECT document FROM " + quoted + " WHERE id = ?", id);
        return text.isEmpty() || take(id, text.get(), consumer);
    }

    void insert(Document document) throws SQLException {
        session.update(
                "INSERT INTO " + quoted + " (id, document) VALUES (?, ?)",
                StoredDocument.id(document.id()),
                StoredDocument.text(document));
    }

    void replace(Document document) throws SQLException {
        session.update(
                "UPDATE " + quoted + " SET document = ? WHERE id = ?",
                StoredDocument.text(document),
                StoredDocument.id(document.id()));
    }

    void delete(Value id) throws SQLException {
        session.update("DELETE FROM " + quoted + " WHERE id = ?", StoredDocument.id(id));
    }

    /** Whether ids are of types that other programs must have stored, so that their order is not that of {@link #ID_KEY}. */
    boolean hasForeignIds() throws SQLException {
        return session.exists("SELECT 1 FROM " + quoted + " WHERE " + FOREIGN_KEYS + " LIMIT 1");
    }

    /** Goes through the documents as they lie. */
    void forEach(Consumer consumer) throws SQLException {
        session.forEach(
                row -> take(row.getString(1), row.getString(2), consumer), "SELECT id, document FROM " + quoted);
    }

    /**
     * Goes through the documents in the order of their ids.
     *
     * @param after behind which key
     */
    void forEach(boolean ascending, Optional<String> after, Consumer consumer) throws SQLException {
        String from = after.isEmpty() ? "" : " WHERE " + ID_KEY + (ascending ? " > ?" : " < ?");
        session.forEach(
                row -> {
                    lastKey = Optional.ofNullable(row.getString(3));
                    return take(row.getString(1), row.getString(2), consumer);
                },
                "SELECT id, document, " + ID_KEY + " FROM " + quoted + from + " ORDER BY " + ID_KEY
                        + (ascending ? "" : " DESC"),
                after.stream().toArray());
    }

    /** Where an id stands in the order of ids, in the words of that order. */
    String keyOf(Value id) throws SQLException {
        return session.findOne(
                        row -> row.getString(1), "SELECT " + ID_KEY + " FROM (SELECT ? AS id)", StoredDocument.id(id))
                .orElseThrow();
    }

    /** Where the last document stands that was gone through in the order of ids. */
    Optional<String> lastKey() {
        return lastKey;
    }

    private boolean take(String id, String text, Consumer consumer) throws SQLException {
        return isMarker(id) || consumer.take(StoredDocument.read(name, id, text), text.length());
    }

    private boolean isMarker(String id) {
        return id.equals(marker)
                || (otherMarker.isPresent() && otherMarker.get().equals(id));
    }

    /** The statements that go through the table, for those who look at their plans. */
    List<String> searches() {
        return List.of(
                "SELECT document FROM " + quoted + " WHERE id = ?",
                "SELECT id, document, " + ID_KEY + " FROM " + quoted + " WHERE " + ID_KEY + " > ? ORDER BY " + ID_KEY,
                "SELECT id, document, " + ID_KEY + " FROM " + quoted + " WHERE " + ID_KEY + " < ? ORDER BY " + ID_KEY
                        + " DESC",
                "SELECT 1 FROM " + quoted + " WHERE " + FOREIGN_KEYS + " LIMIT 1");
    }
}
