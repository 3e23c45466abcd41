package io.orgstead.adapter.sqlite;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentSize;
import io.orgstead.domain.data.Usage;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The documents of one organization, the marker left out. For use within a transaction.
 *
 * <p>From its first use on a table of its own has an index in the order of ids, and a count of what is in it. The index is named by the
 * incarnation, so that it is in the way of no later namesake, and moves and goes with its table.
 */
final class DocumentTable {

    /** Sorts texts below ObjectIds, and each as the values do, which the texts in the column of ids do not. */
    static final String ID_KEY = "substr(id, 1, 1) || (id ->> '$')";

    private static final String BY_ID = "id = ?";

    private static final String FOREIGN_KEYS =
            "(KEY < '\"' OR (KEY >= '#' AND KEY < '{{\"$oid\":\"') OR KEY >= '{{\"$oid\":#')".replace("KEY", ID_KEY);

    private final Session session;
    private final String name;
    private final TenantRows rows;
    private final CollectionIncarnation incarnation;
    private final String marker;
    private Optional<String> otherMarker = Optional.empty();
    private Optional<String> lastKey = Optional.empty();
    private Usage usage = Usage.NONE;
    private Changeability changeability = Changeability.FREE;

    DocumentTable(Session session, String name, CollectionIncarnation incarnation, OrganizationId organization) {
        this(session, name, incarnation, StoredDocument.id(new Value.ObjectId(organization.value())));
    }

    /** A table whose organization is not known: for documents that are known not to be its marker. */
    DocumentTable(Session session, String name, CollectionIncarnation incarnation) {
        this(session, name, incarnation, "");
    }

    private DocumentTable(Session session, String name, CollectionIncarnation incarnation, String marker) {
        this.session = session;
        this.name = name;
        this.rows = rows(session, name, incarnation);
        this.incarnation = incarnation;
        this.marker = marker;
    }

    /**
     * Where the documents of a collection are.
     *
     * @param name of the table, where it is the organization's own
     */
    static TenantRows rows(Session session, String name, CollectionIncarnation incarnation) {
        return Incarnations.model(incarnation) == IsolationModel.SHARED
                ? TenantRows.shared(session, SharedTables.DOCUMENTS, incarnation.value())
                : TenantRows.own(session, name);
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
        changeability = Changeability.read(row);
        return new Usage(row.getLong("documents"), row.getLong("bytes"));
    }

    /** Makes the table ready for use. Other programs may have left documents in it, and a marker of their own. */
    void prepare() throws SQLException {
        if (!rows.isShared()) {
            session.execute("CREATE INDEX IF NOT EXISTS " + TenantTable.quoted("ids_" + incarnation.value()) + " ON "
                    + rows.ownTable() + " (" + ID_KEY + ")");
        }
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

    /** Whether documents may be changed, and whether it is noted which. */
    Changeability changeability() {
        return changeability;
    }

    /** Notes that a document is changed, if anybody wants to know. */
    void noteChange(Value id) throws SQLException {
        if (changeability.isWatched()) {
            session.update(DataSql.NOTE_CHANGE, incarnation.value(), StoredDocument.id(id));
        }
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
        return rows.exists(BY_ID, StoredDocument.id(id));
    }

    Optional<Document> find(Value id) throws SQLException {
        List<Document> found = new ArrayList<>();
        find(StoredDocument.id(id), (document, length) -> found.add(document));
        return found.stream().findFirst();
    }

    /** Gives a document to a consumer, and what that says; true if there is none. */
    boolean find(String id, Consumer consumer) throws SQLException {
        Optional<String> text =
                isMarker(id) ? Optional.empty() : rows.findOne(row -> row.getString(1), "document", BY_ID, id);
        return text.isEmpty() || take(id, text.get(), consumer);
    }

    void insert(Document document) throws SQLException {
        rows.insert("id, document", StoredDocument.id(document.id()), StoredDocument.text(document));
    }

    void replace(Document document) throws SQLException {
        rows.update("document = ?", BY_ID, StoredDocument.text(document), StoredDocument.id(document.id()));
    }

    void delete(Value id) throws SQLException {
        rows.delete(BY_ID, StoredDocument.id(id));
    }

    /** Whether ids are of types that other programs must have stored, so that their order is not that of {@link #ID_KEY}. */
    boolean hasForeignIds() throws SQLException {
        return rows.exists(FOREIGN_KEYS);
    }

    /** Goes through the documents as they lie. */
    void forEach(Consumer consumer) throws SQLException {
        rows.forEach(row -> take(row.getString(1), row.getString(2), consumer), rows.select("id, document", "", ""));
    }

    /**
     * Goes through the documents in the order of their ids.
     *
     * @param after behind which key
     */
    void forEach(boolean ascending, Optional<String> after, Consumer consumer) throws SQLException {
        rows.forEach(
                row -> {
                    lastKey = Optional.ofNullable(row.getString(3));
                    return take(row.getString(1), row.getString(2), consumer);
                },
                inOrder(ascending, after.isEmpty()),
                after.stream().toArray());
    }

    private String inOrder(boolean ascending, boolean fromTheFirst) {
        return rows.select(
                "id, document, " + ID_KEY,
                fromTheFirst ? "" : ID_KEY + (ascending ? " > ?" : " < ?"),
                " ORDER BY " + ID_KEY + (ascending ? "" : " DESC"));
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
                rows.select("document", BY_ID, ""),
                inOrder(true, false),
                inOrder(false, false),
                rows.select("1", FOREIGN_KEYS, " LIMIT 1"));
    }
}
