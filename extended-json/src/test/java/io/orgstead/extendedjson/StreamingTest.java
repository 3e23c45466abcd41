package io.orgstead.extendedjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.InvalidValueException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamingTest {

    private static List<Document> all(DocumentReader reader) throws IOException {
        List<Document> found = new ArrayList<>();
        for (Optional<Document> next = reader.next(); next.isPresent(); next = reader.next()) {
            found.add(next.get());
        }
        return found;
    }

    private static Document n(int n) {
        return Document.of(Map.of("n", new Value.Int32(n)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"n\":1},{\"n\":2}]", "{\"n\":1}\n{\"n\":2}\n", " {\"n\":1}\r\n\r\n{\"n\":2}"})
    void arraysAndLinesAreRead(String json) throws Exception {
        try (DocumentReader reader = ExtendedJson.documents(new StringReader(json))) {
            assertThat(all(reader)).containsExactly(n(1), n(2));
            assertThat(reader.isArray()).isEqualTo(json.startsWith("["));
            assertThat(reader.count()).isEqualTo(2);
        }
    }

    @Test
    void nothingIsNothing() throws Exception {
        assertThat(all(ExtendedJson.documents(new StringReader("[]")))).isEmpty();
        assertThat(all(ExtendedJson.documents(new StringReader(" \n")))).isEmpty();
    }

    @Test
    void placesAreNamed() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> all(ExtendedJson.documents(new StringReader("[{},{\"a\":{\"$oid\":1}}]"))))
                .withMessage("[1].a must hold text");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> all(ExtendedJson.documents(new StringReader("{}\n5"))))
                .withMessage("[1] must be a document");
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> all(ExtendedJson.documents(new StringReader("{\"a\":{\"$oid\":1}}"))))
                .withMessage("a must hold text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{},", "[{}", "[{}] {}", "[{}]]", "[", "{}\n{", "{}]"})
    void brokenEndsAreSyntaxErrors(String json) {
        assertThatExceptionOfType(JsonSyntaxException.class)
                .isThrownBy(() -> all(ExtendedJson.documents(new StringReader(json))));
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[] bytes = "{\"a\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThatExceptionOfType(JsonSyntaxException.class)
                .isThrownBy(() -> all(ExtendedJson.documents(new ByteArrayInputStream(bytes))));
    }

    /** Ten million documents would not fit into what a test has; none is kept. */
    @Test
    void endlessStreamsAreReadInConstantMemory() throws Exception {
        byte[] line = ("{\"n\":\"" + "x".repeat(1_000) + "\"}\n").getBytes(StandardCharsets.UTF_8);
        InputStream endless = new InputStream() {
            private int at;

            @Override
            public int read() {
                return line[at++ % line.length];
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                for (int i = 0; i < length; i++) {
                    buffer[offset + i] = (byte) read();
                }
                return length;
            }
        };
        try (DocumentReader reader = ExtendedJson.documents(endless)) {
            for (int i = 0; i < 20_000; i++) {
                assertThat(reader.next()).isPresent();
            }
        }
    }

    @Test
    void endlessDocumentIsRefused() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return '[';
            }
        };
        assertThatExceptionOfType(InvalidValueException.class).isThrownBy(() -> all(ExtendedJson.documents(endless)));
        String items = "{\"a\":[" + "1,".repeat(ExtendedJson.MAX_LENGTH / 8) + "1]}";
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> ExtendedJson.readDocument(items))
                .withMessageEndingWith("is where the document becomes too long");
    }

    @Test
    void valuesAreReadAndWrittenAsPartsOfOtherTexts() throws Exception {
        InputStream text = new ByteArrayInputStream(
                "{\"filter\":{\"n\":{\"$gt\":{\"$numberLong\":\"1\"}}},\"x\":1}".getBytes(StandardCharsets.UTF_8));
        try (JsonParser parser = ExtendedJson.parser(text)) {
            parser.nextToken();
            assertThat(parser.nextFieldName()).isEqualTo("filter");
            parser.nextToken();
            assertThat(ExtendedJson.write(ExtendedJson.readValue(parser, "filter")))
                    .isEqualTo("{\"n\":{\"$gt\":1}}");
            assertThat(parser.nextFieldName()).isEqualTo("x");
        }
        StringWriter written = new StringWriter();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator chars = ExtendedJson.generator(written);
                JsonGenerator utf8 = ExtendedJson.generator(bytes)) {
            for (JsonGenerator generator : List.of(chars, utf8)) {
                generator.writeStartArray();
                ExtendedJson.write(new Value.Int64(1), generator);
                ExtendedJson.writeLossless(new Value.Int64(1), generator);
                generator.writeEndArray();
            }
        }
        assertThat(written).hasToString("[1,{\"$numberLong\":\"1\"}]");
        assertThat(bytes).hasToString(written.toString());
    }
}
