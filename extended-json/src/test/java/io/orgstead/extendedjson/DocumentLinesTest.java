package io.orgstead.extendedjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.failure.InvalidValueException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentLinesTest {

    private static DocumentLines lines(byte[] text) {
        return new DocumentLines(new ByteArrayInputStream(text), 20_000);
    }

    private static DocumentLines lines(String text) {
        return lines(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> read(DocumentLines lines) throws IOException {
        List<String> read = new ArrayList<>();
        for (Optional<Document> next = lines.next(); next.isPresent(); next = lines.next()) {
            read.add(lines.line() + ExtendedJson.write(next.get()));
        }
        return read;
    }

    @Test
    void readsALineForEachAndPassesBlankOnesOver() throws IOException {
        assertThat(read(lines(""))).isEmpty();
        assertThat(read(lines("\n \n"))).isEmpty();
        assertThat(read(lines("{\"a\":1}\n\n\r\n{\"b\":\"\u00e4\"}\r\n{}")))
                .containsExactly("1{\"a\":1}", "4{\"b\":\"\u00e4\"}", "5{}");
    }

    @Test
    void linesMayCrossWhateverIsReadAtOnce() throws IOException {
        String line = "{\"text\":\"" + "\u00e4".repeat(9_000) + "\"}";
        assertThat(read(lines((line + "\n").repeat(5)))).hasSize(5).allMatch(read -> read.endsWith(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "1", "{}{}", "{} x", "{\"a\":{\"$oid\":1}}"})
    void tellsWhichLineIsNoDocument(String bad) throws IOException {
        DocumentLines lines = lines("{}\n" + bad + "\n{}\n");
        assertThat(lines.next()).isPresent();
        assertThatThrownBy(lines::next).isInstanceOf(InvalidValueException.class);
        assertThat(lines.line()).isEqualTo(2);
    }

    @Test
    void refusesWhatIsTooLongOrNotUtf8() {
        assertThatThrownBy(lines("{\"a\":\"" + "x".repeat(20_000) + "\"}")::next)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("20000");
        assertThatThrownBy(lines(new byte[] {'{', (byte) 0xff, '}'})::next).isInstanceOf(InvalidValueException.class);
    }
}
