package io.orgstead.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Value;
import java.util.stream.Stream;
import org.bson.BsonDbPointer;
import org.bson.BsonDocument;
import org.bson.BsonJavaScript;
import org.bson.BsonJavaScriptWithScope;
import org.bson.BsonSymbol;
import org.bson.BsonUndefined;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of the types that nobody may send, as other programs have stored them. */
class ForeignValuesTest {

    static Stream<BsonValue> values() {
        return Stream.of(
                new BsonUndefined(),
                new BsonSymbol("s}\"y"),
                new BsonJavaScript("function() { return '}'; }"),
                new BsonJavaScriptWithScope("x", BsonDocument.parse("{x: {$numberLong: '1'}}")),
                new BsonDbPointer("db.c", new ObjectId("0123456789abcdef01234567")));
    }

    @ParameterizedTest
    @MethodSource("values")
    void valueIsShownAndComesBackAsItWas(BsonValue stored) {
        BsonDocument document = new BsonDocument("v", stored);

        Document read = BsonMapping.document(document);

        assertThat(read.get("v")).get().isInstanceOfSatisfying(Value.Foreign.class, foreign -> {
            assertThat(foreign.type().number()).isEqualTo(stored.getBsonType().getValue());
            assertThat(foreign.extendedJson()).startsWith("{\"$");
        });
        assertThat(ToBson.document(read)).isEqualTo(document);
    }
}
