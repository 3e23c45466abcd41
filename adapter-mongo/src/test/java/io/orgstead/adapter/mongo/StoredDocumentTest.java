package io.orgstead.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredDocumentTest {

    private static final ObjectId ID = new ObjectId("64b7f0000000000000000000");

    @ParameterizedTest
    @CsvSource({
        "2023-05-06T07:08:09.123456, 2023-05-06T07:08:09.123Z",
        "2023-05-06T07:08:09.123456+00:00, 2023-05-06T07:08:09.123Z",
        "2023-05-06T07:08:09Z, 2023-05-06T07:08:09Z",
        "2023-05-06T07:08:09+02:00, 2023-05-06T05:08:09Z",
        "2023-05-06 07:08:09, 2023-05-06T07:08:09Z"
    })
    void readsATimeThatWasWrittenAsText(String text, String time) {
        assertThat(document(text).createdAt("created_at")).isEqualTo(Instant.parse(time));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2023-13-06T07:08:09", "2023-05-06"})
    void whereTheTextIsNoTimeTheIdCounts(String text) {
        assertThat(document(text).createdAt("created_at"))
                .isEqualTo(ID.getDate().toInstant());
    }

    @Test
    void whereThereIsNoneTheIdCounts() {
        assertThat(new StoredDocument(new BsonDocument("_id", new BsonObjectId(ID))).createdAt("created_at"))
                .isEqualTo(ID.getDate().toInstant());
    }

    private static StoredDocument document(String createdAt) {
        return new StoredDocument(
                new BsonDocument("_id", new BsonObjectId(ID)).append("created_at", new BsonString(createdAt)));
    }
}
