package io.orgstead.adapter.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentPage;
import io.orgstead.domain.data.Value;
import io.orgstead.extendedjson.ExtendedJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Answers that hold documents or their ids, in Extended JSON. */
final class DataJson {

    private interface Content {

        void write(JsonGenerator json) throws IOException;
    }

    private DataJson() {}

    static byte[] document(Document document) {
        return ExtendedJson.write(document).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] inserted(List<Value> ids) {
        return object(json -> {
            json.writeNumberField("inserted", ids.size());
            json.writeArrayFieldStart("ids");
            for (Value id : ids) {
                ExtendedJson.write(id, json);
            }
            json.writeEndArray();
        });
    }

    static byte[] page(DocumentPage page, Optional<String> nextCursor) {
        return object(json -> {
            json.writeArrayFieldStart("items");
            for (Document document : page.documents()) {
                ExtendedJson.write(new Value.Embedded(document), json);
            }
            json.writeEndArray();
            if (nextCursor.isPresent()) {
                json.writeStringField("next_cursor", nextCursor.get());
            }
        });
    }

    private static byte[] object(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // Through a writer, which leaves characters beyond the first plane as they are, as in single documents.
        Writer text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
        try (JsonGenerator json = ExtendedJson.generator(text)) {
            json.writeStartObject();
            content.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
