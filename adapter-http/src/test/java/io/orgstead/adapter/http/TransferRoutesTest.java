package io.orgstead.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.application.usecase.data.ImportDocuments;
import io.orgstead.application.usecase.data.ImportDocuments.OnConflict;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.failure.NotFoundException;
import io.orgstead.domain.failure.StoreUnavailableException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransferRoutesTest {

    private static final String LINE = "{\"_id\":{\"$oid\":\"65f0c0ffee65f0c0ffee0003\"},\"n\":1}\n";
    private static final String NDJSON = "application/x-ndjson";

    @RegisterExtension
    final TestServer server = new TestServer();

    private HttpRequest.Builder request(String path) {
        return server.http().request(path).header("Authorization", "Bearer " + ScriptedCore.TOKEN);
    }

    private HttpRequest.Builder load(String query, String body) {
        return request("/org/import" + query).header("Content-Type", NDJSON).POST(BodyPublishers.ofString(body));
    }

    private ScriptedData data() {
        return server.core().data;
    }

    private static Document large(int n) {
        return Document.of(Map.of("text", (Value) new Value.Text("x".repeat(10_000))))
                .withId(new Value.Text("d" + n));
    }

    @Test
    void exportsALineForEach() {
        HttpResponse<String> answer = server.http().send(request("/org/export"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(LINE);
        assertThat(Http.header(answer, "Content-Type")).isEqualTo(NDJSON);
        assertThat(Http.header(answer, "Vary")).contains("Accept-Encoding");
        assertThat(Http.header(answer, "Content-Encoding")).isEmpty();
    }

    @Test
    void nothingIsALotOfNothing() {
        data().export = consumer -> {};
        HttpResponse<String> answer = server.http().send(request("/org/export"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(Http.header(answer, "Content-Type")).isEqualTo(NDJSON);
    }

    @Test
    void headDoesNotExport() {
        data().export = consumer -> {
            throw new AssertionError("HEAD exports");
        };
        HttpResponse<String> answer =
                server.http().send(request("/org/export").method("HEAD", BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Http.header(answer, "Content-Type")).isEqualTo(NDJSON);
    }

    @Test
    void compressesForThoseWhoTakeIt() throws IOException {
        RawAnswer answer = RawAnswer.of(server, "GET /org/export HTTP/1.0", "Accept-Encoding: br, gzip;q=0.5");
        assertThat(answer.head()).contains("Content-Encoding: gzip");
        try (GZIPInputStream text = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertThat(new String(text.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(LINE);
        }
        assertThat(RawAnswer.of(server, "GET /org/export HTTP/1.0", "Accept-Encoding: gzip;q=0")
                        .head())
                .doesNotContain("Content-Encoding");
    }

    /** An answer in bytes. */
    private static final class RawAnswer {

        private final String head;
        private final byte[] body;

        RawAnswer(String head, byte[] body) {
            this.head = head;
            this.body = body;
        }

        String head() {
            return head;
        }

        byte[] body() {
            return body;
        }

        static RawAnswer of(TestServer server, String... lines) throws IOException {
            try (Socket socket = server.raw().connect()) {
                socket.getOutputStream()
                        .write(RawHttp.head(
                                        lines[0],
                                        "Host: a",
                                        "Authorization: Bearer " + ScriptedCore.TOKEN,
                                        String.join("\r\n", List.of(lines).subList(1, lines.length)))
                                .getBytes(StandardCharsets.ISO_8859_1));
                byte[] all = socket.getInputStream().readAllBytes();
                String text = new String(all, StandardCharsets.ISO_8859_1);
                int end = text.indexOf("\r\n\r\n");
                return new RawAnswer(
                        text.substring(0, end), text.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1));
            }
        }
    }

    @Test
    void whatFailsAtOnceIsAnsweredAsEver() {
        data().export = consumer -> {
            consumer.accept(ScriptedData.DOCUMENT);
            throw new NotFoundException();
        };
        HttpResponse<String> answer = server.http().send(request("/org/export"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Http.header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(Http.header(answer, "Content-Disposition")).isEmpty();
    }

    @Test
    void whatFailsInTheMiddleIsNotTakenForTheWhole() throws IOException {
        data().export = consumer -> {
            for (int i = 0; i < 50; i++) {
                consumer.accept(large(i));
            }
            throw new StoreUnavailableException(new IllegalStateException("away"));
        };
        assertThatThrownBy(() -> server.http().send(request("/org/export")));
        RawAnswer answer = RawAnswer.of(server, "GET /org/export HTTP/1.1", "Connection: close");
        String body = new String(answer.body(), StandardCharsets.ISO_8859_1);
        assertThat(answer.head()).startsWith("HTTP/1.1 200");
        assertThat(body).contains("\"_id\":\"d0\"").doesNotEndWith("0\r\n\r\n").doesNotContain("urn:orgstead:problem");
        data().export = consumer -> consumer.accept(ScriptedData.DOCUMENT);
        assertThat(server.http().send(request("/org/export")).body()).isEqualTo(LINE);
    }

    @Test
    void whoHasTheWholeMayComeAgainAtOnce() {
        for (int i = 0; i < 300; i++) {
            assertThat(server.http().send(request("/org/export")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void oneAtATimeForAnOrganizationInEachDirection() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        data().export = consumer -> {
            begun.countDown();
            await(go);
            consumer.accept(ScriptedData.DOCUMENT);
        };
        CompletableFuture<HttpResponse<String>> first = server.http().sendLater(request("/org/export"));
        begun.await();

        HttpResponse<String> second = server.http().send(request("/org/export"));
        assertThat(second.statusCode()).isEqualTo(503);
        assertThat(Http.header(second, "Retry-After")).isNotEmpty();
        assertThat(server.http().send(load("", LINE)).statusCode()).isEqualTo(200);

        go.countDown();
        assertThat(first.join().body()).isEqualTo(LINE);
        assertThat(server.http().send(request("/org/export")).statusCode()).isEqualTo(200);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @CsvSource({"'',FAIL", "?on_conflict=fail,FAIL", "?on_conflict=skip,SKIP", "?on_conflict=replace,REPLACE"})
    void importsLineByLine(String query, OnConflict onConflict) {
        HttpResponse<String> answer = server.http().send(load(query, LINE + "\n\r\n" + "{\"n\":2}"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"inserted\":2,\"replaced\":0,\"skipped\":0}");
        assertThat(data().calls)
                .containsExactly(
                        onConflict,
                        new ImportDocuments.Line(1, ScriptedData.DOCUMENT),
                        new ImportDocuments.Line(4, Document.of(Map.of("n", new Value.Int32(2)))));
    }

    @Test
    void aBodyMayBeLongerThanAnyLine() {
        assertThat(server.http().send(load("", LINE.repeat(2_000))).body())
                .isEqualTo("{\"inserted\":2000,\"replaced\":0,\"skipped\":0}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "{\"a\":", "{} {}", "nothing", "{\"a\":{\"$date\":1}}", "{\"a\":\"\u0000\"}"})
    void stopsAtALineThatIsNoDocument(String bad) {
        HttpResponse<String> answer = server.http().send(load("", LINE + bad + "\n" + LINE));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Http.body(answer).get("line").asInt()).isEqualTo(2);
        assertThat(Http.body(answer).get("inserted").asInt()).isEqualTo(1);
        assertThat(answer.body()).contains("\"code\":\"invalid_value\"");
    }

    @Test
    void stopsAtALineThatIsTooLong() {
        HttpResponse<String> answer = server.http().send(load("", LINE + "{\"a\":\"" + "x".repeat(5_000) + "\"}\n"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Http.body(answer).get("line").asInt()).isEqualTo(2);
    }

    @Test
    void tellsWhereItStopped() {
        data().load = (onConflict, source) -> new ImportDocuments.Result(
                7, 2, 1, Optional.of(new ImportDocuments.Stop(11, ConflictException.documentExists())));
        HttpResponse<String> answer = server.http().send(load("", LINE));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("\"line\":11", "\"inserted\":7", "\"replaced\":2", "\"skipped\":1", "document_exists");
    }

    @Test
    void takesCompressedBodies() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(LINE.repeat(3).getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = zipped.toByteArray();
        assertThat(loadZipped(whole)).contains("200", "\"inserted\":3");
        byte[] part = Arrays.copyOf(whole, whole.length - 9);
        assertThat(loadZipped(part)).contains("422", "invalid_value");
        assertThat(loadZipped(LINE.getBytes(StandardCharsets.UTF_8))).contains("422", "\"inserted\":0");
    }

    private String loadZipped(byte[] body) {
        HttpResponse<String> answer = Http.ofUndocumented(server.adapter().port())
                .send(request("/org/import")
                        .header("Content-Type", NDJSON)
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofByteArray(body)));
        return answer.statusCode() + " " + answer.body();
    }

    @ParameterizedTest
    @CsvSource({
        "application/json,identity",
        "application/x-ndjson;charset=latin1,identity",
        "application/x-ndjson,br",
        "application/x-ndjson,'gzip, gzip'"
    })
    void refusesOtherKindsOfBodies(String type, String coding) {
        HttpResponse<String> answer = server.http()
                .send(request("/org/import")
                        .header("Content-Type", type)
                        .header("Content-Encoding", coding)
                        .POST(BodyPublishers.ofString(LINE)));
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(Http.header(answer, "Accept")).isEqualTo(NDJSON);
    }

    @Test
    void refusesParametersThatMeanNothing() {
        assertThat(server.http().send(load("?on_conflict=merge", LINE)).statusCode())
                .isEqualTo(422);
        assertThat(server.http().send(load("?upsert=1", LINE)).statusCode()).isEqualTo(422);
        assertThat(server.http().send(request("/org/export?filter=1")).statusCode())
                .isEqualTo(422);
        assertThat(server.http().get("/org/export").statusCode()).isEqualTo(401);
    }

    @Test
    void aClientThatCreepsIsGivenUp() throws IOException {
        AtomicLong nanos = new AtomicLong();
        Pace pace = new Pace(nanos::get);
        long minute = 60_000_000_000L;
        assertThat(pace.timed(() -> {
                    nanos.addAndGet(minute);
                    return 1;
                }))
                .isEqualTo(1);
        assertThatThrownBy(() -> pace.timed(() -> {
                    nanos.addAndGet(1_000_000_000L);
                    return 1;
                }))
                .isInstanceOf(Pace.CreepingException.class);
        Pace brisk = new Pace(nanos::get);
        assertThat(brisk.timed(() -> {
                    nanos.addAndGet(2 * minute);
                    return 120 * Pace.LEAST_PER_SECOND;
                }))
                .isPositive();
    }
}
