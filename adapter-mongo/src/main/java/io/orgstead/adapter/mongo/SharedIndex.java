package io.orgstead.adapter.mongo;

import io.orgstead.domain.data.FieldPath;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.indexkeys.UsableIndex;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * An index of an organization whose documents share a collection: the server knows nothing of it, but for one index over the
 * entries of all, which stand in the documents.
 *
 * @param number tells its entries from those of the organization's other indexes, former ones too
 * @param definition what it is
 * @param state how far it is
 * @param multikey whether a document has had several entries in it
 */
record SharedIndex(int number, IndexDefinition definition, State state, boolean multikey) {

    /** How far an index is. Writers write its entries in every state but the last. */
    enum State {
        /** Documents from before it have no entries yet. */
        BUILDING,
        /** They have; when they expire is not in them yet. */
        EXPIRING,
        /** It finds, guards, and removes. */
        READY,
        /** It has no meaning any more; what documents have of it is being removed. */
        DROPPING
    }

    static final String NUMBER = "n";
    static final String NAME = "name";
    static final String STATE = "state";
    static final String MULTIKEY = "multikey";

    private static final String KEYS = "keys";
    private static final String PATH = "path";
    private static final String ASCENDING = "ascending";
    private static final String UNIQUE = "unique";
    private static final String EXPIRE_AFTER = "expire_after_seconds";

    boolean isReady() {
        return state == State.READY;
    }

    /** Whether documents are to have entries of it. */
    boolean isWritten() {
        return state != State.DROPPING;
    }

    /** Whether documents are to expire by it. */
    boolean expires() {
        return definition.expireAfter().isPresent() && (state == State.EXPIRING || state == State.READY);
    }

    UsableIndex usable() {
        return new UsableIndex(definition, multikey);
    }

    /** An entry: a text that compares as its bytes do, as the server's own binary values do not. */
    String entry(byte[] key) {
        byte[] whole = ByteBuffer.allocate(Integer.BYTES + key.length)
                .putInt(number)
                .put(key)
                .array();
        return new String(whole, StandardCharsets.ISO_8859_1);
    }

    /** The number in an entry. */
    static int numberIn(String entry) {
        return ByteBuffer.wrap(entry.getBytes(StandardCharsets.ISO_8859_1)).getInt();
    }

    static SharedIndex named(List<SharedIndex> indexes, String name) {
        return indexes.stream()
                .filter(index -> index.definition().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    BsonDocument stored() {
        BsonArray keys = new BsonArray();
        definition
                .keys()
                .forEach(key -> keys.add(
                        new BsonDocument(PATH, new BsonString(key.path().dotted()))
                                .append(ASCENDING, BsonBoolean.valueOf(key.ascending()))));
        BsonDocument stored = new BsonDocument(NUMBER, new BsonInt32(number))
                .append(NAME, new BsonString(definition.name()))
                .append(KEYS, keys)
                .append(UNIQUE, BsonBoolean.valueOf(definition.unique()))
                .append(STATE, stored(state))
                .append(MULTIKEY, BsonBoolean.valueOf(multikey));
        definition.expireAfter().ifPresent(expiry -> stored.append(EXPIRE_AFTER, new BsonInt64(expiry.toSeconds())));
        return stored;
    }

    static BsonString stored(State state) {
        return new BsonString(state.name().toLowerCase(Locale.ROOT));
    }

    static SharedIndex read(BsonValue value) {
        BsonDocument stored = value.asDocument();
        List<SortOrder.Key> keys = new ArrayList<>();
        for (BsonValue key : stored.getArray(KEYS)) {
            keys.add(new SortOrder.Key(
                    new FieldPath(key.asDocument().getString(PATH).getValue()),
                    key.asDocument().getBoolean(ASCENDING).getValue()));
        }
        Optional<Duration> expiry = stored.containsKey(EXPIRE_AFTER)
                ? Optional.of(Duration.ofSeconds(stored.getInt64(EXPIRE_AFTER).getValue()))
                : Optional.empty();
        return new SharedIndex(
                stored.getInt32(NUMBER).getValue(),
                new IndexDefinition(
                        stored.getString(NAME).getValue(),
                        keys,
                        stored.getBoolean(UNIQUE).getValue(),
                        expiry),
                State.valueOf(stored.getString(STATE).getValue().toUpperCase(Locale.ROOT)),
                stored.getBoolean(MULTIKEY).getValue());
    }
}
