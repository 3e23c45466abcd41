package io.orgstead.adapter.mongo;

import io.orgstead.domain.organization.CollectionIncarnation;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonMaxKey;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * The collection that organizations share. Each document in it says whose it is, and holds the organization's own as a field,
 * so that no name in that can be taken for one of Orgstead's.
 */
final class SharedLayout implements TenantLayout {

    static final String COLLECTION = "shared_documents";

    /** Whose it is. The first part of every key. */
    static final String TENANT = "t";

    /** The organization's document. */
    static final String DOCUMENT = "d";

    /** What its entries in indexes were made from; another after each change. */
    static final String REVISION = "r";

    /** Its entries in the organization's indexes. */
    static final String ENTRIES = "x";

    /** Those of them that no other document may have. */
    static final String UNIQUE = "u";

    /** When it expires. */
    static final String EXPIRY = "e";

    private static final String ID = DOCUMENT + "._id";

    private final BsonBinary tenant;

    SharedLayout(CollectionIncarnation incarnation) {
        this.tenant = Incarnations.keyOf(incarnation);
    }

    /** A document as it is stored, without entries. */
    BsonDocument stored(BsonDocument document, BsonValue revision) {
        return condition().append(REVISION, revision).append(DOCUMENT, document);
    }

    private BsonDocument condition() {
        return new BsonDocument(TENANT, tenant);
    }

    @Override
    public String path(String dotted) {
        return DOCUMENT + "." + dotted;
    }

    @Override
    public BsonString root() {
        return new BsonString("$" + DOCUMENT);
    }

    @Override
    public BsonString rootIn(String field) {
        return new BsonString("$" + field + "." + DOCUMENT);
    }

    @Override
    public BsonDocument ids() {
        return new BsonDocument("_id", idExpression());
    }

    @Override
    public BsonDocument whole() {
        return new BsonDocument("_id", new BsonInt32(0)).append(DOCUMENT, new BsonInt32(1));
    }

    @Override
    public BsonDocument document(BsonDocument found) {
        return found.getDocument(DOCUMENT);
    }

    @Override
    public BsonDocument idKeys() {
        return new BsonDocument(TENANT, new BsonInt32(1)).append(ID, new BsonInt32(1));
    }

    /** With an end, behind which others' documents begin. */
    @Override
    public BsonDocument from(BsonValue id) {
        return new BsonDocument("min", condition().append(ID, id))
                .append("max", condition().append(ID, new BsonMaxKey()));
    }

    @Override
    public BsonDocument scoped(BsonDocument command) {
        BsonDocument scoped = command.clone();
        switch (scoped.getFirstKey()) {
            case "find" -> scoped.put("filter", own(scoped.getDocument("filter", new BsonDocument())));
            case "aggregate" -> scoped.getArray("pipeline").add(0, new BsonDocument("$match", condition()));
            case "delete" -> keepToOwn(scoped.getArray("deletes"));
            case "update" -> {
                keepToOwn(scoped.getArray("updates"));
                scoped.getArray("updates").forEach(statement -> requireOwnUpdate(statement.asDocument()));
            }
            case "insert" -> scoped.getArray("documents").forEach(document -> requireOwn(document.asDocument()));
            default -> throw new IllegalStateException("no such command on documents that organizations share");
        }
        return scoped;
    }

    private BsonDocument own(BsonDocument filter) {
        return FilterTranslation.all(List.of(condition(), filter));
    }

    private void keepToOwn(BsonArray statements) {
        statements.forEach(statement ->
                statement.asDocument().put("q", own(statement.asDocument().getDocument("q"))));
    }

    /** Either another document in the place of one, or operators, none of which touches whose it is. */
    private void requireOwnUpdate(BsonDocument statement) {
        BsonDocument update = statement.getDocument("u");
        if (statement.getBoolean("upsert", BsonBoolean.FALSE).getValue()) {
            throw new IllegalStateException("an update makes no document that organizations share");
        }
        if (!update.getFirstKey().startsWith("$")) {
            requireOwn(update);
        } else if (update.values().stream()
                .anyMatch(fields -> fields.asDocument().containsKey(TENANT))) {
            throw new IllegalStateException("an update gives no document to another organization");
        }
    }

    private void requireOwn(BsonDocument document) {
        if (!tenant.equals(document.get(TENANT))) {
            throw new IllegalStateException("a document that organizations share says whose it is");
        }
    }
}
