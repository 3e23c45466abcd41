package io.orgstead.benchmarks.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {

    @Test
    void readsOneAnswerAfterAnother() throws IOException {
        AnswerReader reader = reader("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfirst"
                + "HTTP/1.1 404 Not Found\r\ncontent-length:6\r\nConnection: close\r\n\r\nsecond");

        assertThat(reader.read()).isEqualTo(200);
        assertThat(reader.body()).asString(StandardCharsets.UTF_8).isEqualTo("first");
        assertThat(reader.isLast()).isFalse();
        assertThat(reader.read()).isEqualTo(404);
        assertThat(reader.body()).asString(StandardCharsets.UTF_8).isEqualTo("second");
        assertThat(reader.isLast()).isTrue();
    }

    @Test
    void readsWhatComesByteByByte() throws IOException {
        AnswerReader reader =
                new AnswerReader(new FilterInputStream(bytes("HTTP/1.1 201 Created\r\nContent-Length: 3\r\n\r\nabc")) {

                    @Override
                    public int read(byte[] buffer, int offset, int length) throws IOException {
                        return super.read(buffer, offset, Math.min(length, 1));
                    }
                });

        assertThat(reader.read()).isEqualTo(201);
        assertThat(reader.body()).asString(StandardCharsets.UTF_8).isEqualTo("abc");
    }

    @Test
    void readsChunksToTheirEnd() throws IOException {
        AnswerReader reader = reader(String.join(
                "\r\n",
                "HTTP/1.1 200 OK",
                "Transfer-Encoding: chunked",
                "",
                "3",
                "abc",
                "A;x=y",
                "0123456789",
                "0",
                "Trailer: t",
                "",
                "HTTP/1.1 204 No Content",
                "",
                ""));

        assertThat(reader.read()).isEqualTo(200);
        assertThat(reader.body()).asString(StandardCharsets.UTF_8).isEqualTo("abc0123456789");
        assertThat(reader.read()).isEqualTo(204);
        assertThat(reader.body()).isEmpty();
    }

    @Test
    void readsABodyThatIsLongerThanItsBuffer() throws IOException {
        String body = "x".repeat(100_000);
        AnswerReader reader = reader("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + body);

        reader.read();

        assertThat(reader.body()).asString(StandardCharsets.UTF_8).isEqualTo(body);
    }

    @Test
    void refusesWhatIsCutOff() {
        assertThatThrownBy(() -> reader("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfirs")
                        .read())
                .isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> reader("HTTP/1.1 200 OK\r\nContent-Le").read()).isInstanceOf(EOFException.class);
    }

    @Test
    void refusesWhatIsNoAnswer() {
        assertThatThrownBy(() -> reader("SSH-2.0-OpenSSH_9.6 and more\r\n\r\n").read())
                .isInstanceOf(IOException.class)
                .hasMessage("no status line");
        assertThatThrownBy(() ->
                        reader("HTTP/1.1 200 OK\r\nX: " + "x".repeat(20_000)).read())
                .hasMessage("a line is too long");
    }

    private static AnswerReader reader(String text) {
        return new AnswerReader(bytes(text));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
