package io.orgstead.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the jar promises to whoever starts it. */
class JarIT {

    private static final Map<String, String> ANY_PORT = Map.of("ORGSTEAD_HTTP_PORT", "0", "ORGSTEAD_RATE_LIMIT", "off");

    @TempDir
    Path folder;

    @Test
    void explainsItself() throws InterruptedException {
        try (JarProcess jar = JarProcess.start(folder, Map.of(), "--help")) {
            assertThat(jar.allLines()).anyMatch(line -> line.contains("ORGSTEAD_MONGODB_URI"));
            assertThat(jar.exitCode()).isZero();
        }
        try (JarProcess jar = JarProcess.start(folder, Map.of(), "--version")) {
            assertThat(jar.allLines()).singleElement().asString().matches("orgstead \\d+\\.\\d+\\.\\d+.*");
            assertThat(jar.exitCode()).isZero();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesWrongSettingsALineEach() throws InterruptedException {
        try (JarProcess jar = JarProcess.start(
                folder,
                Map.of("ORGSTEAD_HTTP_PORT", "http", "ORGSTEAD_HTTPPORT", "1", "ORGSTEAD_JWT_SECRET", "hidden"))) {
            assertThat(jar.allLines())
                    .containsExactlyInAnyOrder(
                            "orgstead: ORGSTEAD_HTTPPORT (environment) is no setting of this software; did you mean"
                                    + " ORGSTEAD_HTTP_PORT?",
                            "orgstead: ORGSTEAD_HTTP_PORT (environment) must be a whole number from 0 to 65535",
                            "orgstead: ORGSTEAD_JWT_SECRET (environment) must have at least 32 bytes");
            assertThat(jar.exitCode()).isEqualTo(2);
        }
        try (JarProcess jar = JarProcess.start(folder, Map.of(), "--port", "1")) {
            assertThat(jar.allLines()).containsExactly("orgstead: there is no flag --port; see --help");
            assertThat(jar.exitCode()).isEqualTo(2);
        }
    }

    @Test
    void saysInOneLineWhyItCannotStart() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                JarProcess jar = JarProcess.start(
                        folder, Map.of("ORGSTEAD_HTTP_PORT", Integer.toString(taken.getLocalPort())))) {
            assertThat(jar.allLines())
                    .singleElement()
                    .asString()
                    .startsWith("orgstead: ")
                    .contains(Integer.toString(taken.getLocalPort()));
            assertThat(jar.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void saysInOneLineThatMongoIsAway() throws Exception {
        int nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = closed.getLocalPort();
        }
        try (JarProcess jar = JarProcess.start(
                folder,
                Map.of(
                        "ORGSTEAD_MONGODB_URI",
                        "mongodb://admin:hidden@127.0.0.1:" + nobody + "/?authSource=admin",
                        "ORGSTEAD_JWT_SECRET",
                        "a secret of more than thirty-two bytes"))) {
            assertThat(jar.allLines())
                    .singleElement()
                    .asString()
                    .startsWith("orgstead: ")
                    .contains("127.0.0.1:" + nobody)
                    .doesNotContain("hidden");
            assertThat(jar.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void refusesAFolderInUse() throws InterruptedException {
        try (JarProcess first = JarProcess.start(folder, ANY_PORT)) {
            first.url();
            try (JarProcess second = JarProcess.start(folder, ANY_PORT)) {
                assertThat(second.allLines())
                        .singleElement()
                        .asString()
                        .startsWith("orgstead: ")
                        .contains("orgstead-data");
                assertThat(second.exitCode()).isEqualTo(1);
            }
        }
    }

    @Test
    void finishesWhatIsInFlightWhenAskedToStop() throws Exception {
        String body = "{\"organization_name\": \"acme\", \"email\": \"a@acme.com\", \"password\": \"correct horse\"}";
        try (JarProcess jar = JarProcess.start(folder, ANY_PORT);
                Socket client =
                        new Socket(InetAddress.getLoopbackAddress(), jar.url().getPort())) {
            client.setSoTimeout(30_000);
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            send(
                    client,
                    "POST /org/create HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Expect: 100-continue\r\nContent-Length: " + body.length() + "\r\n\r\n");
            assertThat(answer.readLine()).as("the request is being handled").contains("100 Continue");
            assertThat(answer.readLine()).isEmpty();
            jar.terminate();
            send(client, body);
            assertThat(answer.readLine()).contains("201");
            assertThat(jar.exitCode()).isZero();
        }
        try (JarProcess jar = JarProcess.start(folder, ANY_PORT)) {
            assertThat(new ApiClient(jar.url()).find("acme").statusCode()).isEqualTo(200);
        }
    }

    private static void send(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    @Test
    void goesOnAfterSigkillAtOnce() throws Exception {
        try (JarProcess jar = JarProcess.start(folder, ANY_PORT)) {
            ApiClient client = new ApiClient(jar.url());
            assertThat(client.create("acme", "a@acme.com").statusCode()).isEqualTo(201);
            String token = client.token("a@acme.com", ApiClient.PASSWORD);
            jar.kill();
            jar.exitCode();
            try (JarProcess next = JarProcess.start(folder, ANY_PORT)) {
                ApiClient again = new ApiClient(next.url());
                assertThat(again.find("acme").statusCode()).isEqualTo(200);
                assertThat(again.delete(token).statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void leavesNothingInTheFolderForTemporaryFiles() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        List<String> options = List.of("-Djava.io.tmpdir=" + temporary);
        try (JarProcess jar = JarProcess.start(folder, options, ANY_PORT)) {
            jar.url();
            assertThat(temporary).isNotEmptyDirectory();
            jar.kill();
            jar.exitCode();
        }
        assertThat(temporary.toFile().list()).as("what a killed process leaves").hasSize(1);

        try (JarProcess jar = JarProcess.start(folder, options, ANY_PORT)) {
            jar.url();
            jar.terminate();
            assertThat(jar.exitCode()).isZero();
        }
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void servesWithoutTheLibraryForCommands() throws Exception {
        Path loaded = folder.resolve("classes");
        List<String> options = List.of("-Xlog:class+load:file=" + loaded);
        try (JarProcess jar = JarProcess.start(folder, options, ANY_PORT, "serve", "--max-body=2KiB")) {
            jar.url();
        }
        assertThat(loaded)
                .content()
                .contains("io.orgstead.bootstrap.SettingFlags")
                .doesNotContain(" picocli.");

        try (JarProcess jar = JarProcess.start(folder, options, Map.of(), "--help")) {
            assertThat(jar.exitCode()).isZero();
        }
        assertThat(loaded).content().as("what is looked for").contains(" picocli.");
    }

    /** A MongoDB that is connected to and says nothing keeps the start waiting. */
    @Test
    void stopsInOrderWhileItIsStarting() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                JarProcess jar = JarProcess.start(
                        folder,
                        Map.of(
                                "ORGSTEAD_MONGODB_URI",
                                "mongodb://127.0.0.1:" + silent.getLocalPort(),
                                "ORGSTEAD_JWT_SECRET",
                                "a secret of more than thirty-two bytes"));
                Socket connection = silent.accept()) {
            assertThat(connection.isConnected()).isTrue();
            jar.terminate();
            assertThat(jar.allLines()).isEmpty();
            assertThat(jar.exitCode()).isZero();
        }
    }
}
