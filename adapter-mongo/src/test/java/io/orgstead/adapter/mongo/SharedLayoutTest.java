package io.orgstead.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.organization.CollectionIncarnation;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No command leaves for the collection that organizations share without saying whose documents it means. */
class SharedLayoutTest {

    private final CollectionIncarnation own = new CollectionIncarnation("shared:0123456789abcdef0123456789abcdef");
    private final CollectionIncarnation other = new CollectionIncarnation("shared:00000000000000000000000000000001");
    private final SharedLayout layout = new SharedLayout(own);
    private final BsonDocument whose = new BsonDocument("t", Incarnations.keyOf(own));

    private BsonDocument scoped(String command) {
        return layout.scoped(BsonDocument.parse(command));
    }

    private BsonDocument withFilter(String filter) {
        return FilterTranslation.all(List.of(whose, BsonDocument.parse(filter)));
    }

    @Test
    void everyConditionIsNarrowed() {
        assertThat(scoped("{find: 1}").getDocument("filter")).isEqualTo(whose);
        assertThat(scoped("{find: 1, filter: {$or: [{}, {t: 1}]}}").getDocument("filter"))
                .isEqualTo(withFilter("{$or: [{}, {t: 1}]}"));
        assertThat(scoped("{aggregate: 1, pipeline: [{$count: 'n'}]}").getArray("pipeline"))
                .containsExactly(new BsonDocument("$match", whose), BsonDocument.parse("{$count: 'n'}"));
        assertThat(scoped("{delete: 1, deletes: [{q: {}}, {q: {a: 1}}]}").getArray("deletes"))
                .containsExactly(new BsonDocument("q", whose), new BsonDocument("q", withFilter("{a: 1}")));
        assertThat(scoped("{update: 1, updates: [{q: {a: 1}, u: {$set: {a: 1}}}]}")
                        .getArray("updates")
                        .get(0)
                        .asDocument()
                        .get("q"))
                .isEqualTo(withFilter("{a: 1}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{count: 1}",
                "{distinct: 1, key: 'd'}",
                "{findAndModify: 1, query: {}}",
                "{drop: 1}",
                "{dropIndexes: 1, index: '*'}",
                "{insert: 1, documents: [{d: {}}]}",
                "{insert: 1, documents: [{t: 1, d: {}}]}",
                "{update: 1, updates: [{q: {}, u: {d: {}}}]}",
                "{update: 1, updates: [{q: {}, u: {$set: {t: 1}}}]}",
                "{update: 1, updates: [{q: {}, u: {$set: {a: 1}}, upsert: true}]}"
            })
    void whatCannotBeNarrowedIsNotSent(String command) {
        assertThatThrownBy(() -> scoped(command)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void documentOfAnotherIsNotPutIn() {
        BsonDocument foreign = new SharedLayout(other).stored(BsonDocument.parse("{_id: 1}"), new BsonInt32(1));
        BsonDocument insert = BsonDocument.parse("{insert: 1, documents: []}");
        insert.getArray("documents").add(layout.stored(BsonDocument.parse("{_id: 1}"), new BsonInt32(1)));
        assertThat(layout.scoped(insert)).isEqualTo(insert);

        insert.getArray("documents").add(foreign);

        assertThatThrownBy(() -> layout.scoped(insert)).isInstanceOf(IllegalStateException.class);
    }
}
