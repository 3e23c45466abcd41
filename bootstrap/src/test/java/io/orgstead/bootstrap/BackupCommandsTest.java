package io.orgstead.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers and commands in turn on embedded stores. */
class BackupCommandsTest {

    private static final String DOCUMENTS = """
            {"_id":"a","n":{"$numberLong":"1"}}
            {"_id":{"$oid":"65f0c0ffee65f0c0ffee0003"},"price":{"$numberDecimal":"1.10"}}
            """;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void fill() throws InvalidSettingsException {
        file = folder.resolve("all.backup");
        try (Server server = Server.start(SettingsReader.read(settings("one")))) {
            ApiClient client = new ApiClient(server.url());
            assertThat(client.create("Acme", "a@acme.com").statusCode()).isEqualTo(201);
            assertThat(client.create("Beta", "b@beta.com").statusCode()).isEqualTo(201);
            HttpResponse<String> imported =
                    send(HttpRequest.newBuilder(server.url().resolve("/org/import"))
                            .header("Authorization", "Bearer " + client.token("a@acme.com", ApiClient.PASSWORD))
                            .header("Content-Type", "application/x-ndjson")
                            .POST(BodyPublishers.ofString(DOCUMENTS)));
            assertThat(imported.body()).isEqualTo("{\"inserted\":2,\"replaced\":0,\"skipped\":0}");
        }
    }

    private Map<String, String> settings(String data) {
        Map<String, String> settings = new HashMap<>();
        settings.put("ORGSTEAD_DATA_DIR", folder.resolve(data).toString());
        settings.put("ORGSTEAD_HTTP_PORT", "0");
        settings.put("ORGSTEAD_BCRYPT_COST", "10");
        return settings;
    }

    private CommandRun run(String data, String... args) {
        return CommandRun.of(settings(data), "", args);
    }

    private void backUp() {
        CommandRun run = run("one", "backup", "--output", file.toString());
        assertThat(run.complaints()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).startsWith("backed up to " + file + ": 2 organizations, 2 documents, ");
    }

    private String export(URI server, String email) {
        return send(HttpRequest.newBuilder(server.resolve("/org/export"))
                        .header("Authorization", "Bearer " + new ApiClient(server).token(email, ApiClient.PASSWORD)))
                .body();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anInstallationMovesIntoAnother() throws InvalidSettingsException {
        backUp();
        CommandRun restored = run("two", "restore", "--input", file.toString());
        assertThat(restored.complaints()).isEmpty();
        assertThat(restored.output())
                .isEqualTo("restored from " + file + ": 2 organizations, 2 documents" + System.lineSeparator());

        try (Server server = Server.start(SettingsReader.read(settings("two")))) {
            assertThat(export(server.url(), "a@acme.com")).isEqualTo(DOCUMENTS);
            assertThat(export(server.url(), "b@beta.com")).isEmpty();
        }
        CommandRun again = run("two", "restore", "--input", file.toString());
        assertThat(again.exitCode()).isEqualTo(Exit.FAILED);
        assertThat(again.complaints()).singleElement().asString().contains("cannot be restored: it is there already");
        CommandRun skipping = run("two", "restore", "--input", file.toString(), "--skip-existing");
        assertThat(skipping.complaints()).isEmpty();
        assertThat(skipping.output()).contains("0 organizations, 0 documents, 2 passed over");
    }

    @Test
    void oneOrganizationGetsAnotherName() {
        backUp();
        CommandRun copied = run(
                "one",
                "restore",
                "--input",
                file.toString(),
                "--organization",
                "Acme",
                "--as",
                "Copy",
                "--email",
                "c@acme.com");
        assertThat(copied.complaints()).isEmpty();
        assertThat(copied.output()).contains("1 organization, 2 documents");
        assertThat(run("one", "export", "--organization", "copy").output()).isEqualTo(DOCUMENTS);
        assertThat(run("one", "restore", "--input", file.toString(), "--organization", "Nobody")
                        .complaints())
                .singleElement()
                .asString()
                .contains("no organization of this name");
        assertThat(run("one", "restore", "--input", file.toString(), "--as", "Copy Two")
                        .exitCode())
                .isEqualTo(Exit.MISUSED);
    }

    @Test
    void aDamagedFileChangesNothing() throws IOException {
        backUp();
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 20));
        CommandRun run = run("two", "restore", "--input", file.toString());
        assertThat(run.exitCode()).isEqualTo(Exit.FAILED);
        assertThat(run.complaints())
                .singleElement()
                .asString()
                .contains("truncated")
                .endsWith("nothing was changed");
        assertThat(run("two", "export", "--organization", "Acme").complaints())
                .containsExactly("orgstead: No organization of this name exists.");
        assertThat(run("two", "restore", "--input", folder.resolve("none").toString())
                        .complaints())
                .containsExactly("orgstead: there is no file " + folder.resolve("none"));
    }

    @Test
    void documentsGoThroughFilesAndStreams() throws IOException {
        Path out = folder.resolve("acme.ndjson");
        assertThat(run("one", "export", "--organization", "Acme", "--output", out.toString())
                        .output())
                .isEqualTo("exported to " + out + ": 2 documents" + System.lineSeparator());
        assertThat(Files.readString(out)).isEqualTo(DOCUMENTS);
        assertThat(run("one", "export", "--organization", "Acme", "--output", out.toString())
                        .complaints())
                .containsExactly("orgstead: there is a file " + out + " already");

        assertThat(run("one", "import", "--organization", "Beta", "--input", out.toString())
                        .output())
                .isEqualTo("2 inserted, 0 replaced, 0 skipped" + System.lineSeparator());
        CommandRun again = CommandRun.of(settings("one"), DOCUMENTS, "import", "--organization", "Beta");
        assertThat(again.exitCode()).isEqualTo(Exit.FAILED);
        assertThat(again.complaints()).containsExactly("orgstead: stopped at line 1: A document with this _id exists.");
        assertThat(CommandRun.of(
                                settings("one"), DOCUMENTS, "import", "--organization", "Beta", "--on-conflict", "skip")
                        .output())
                .isEqualTo("0 inserted, 0 replaced, 2 skipped" + System.lineSeparator());
        assertThat(run("one", "import", "--organization", "Beta", "--on-conflict", "merge")
                        .exitCode())
                .isEqualTo(Exit.MISUSED);
    }

    @Test
    void aStoreThatIsMissingOrInUseIsTold() throws InvalidSettingsException {
        assertThat(run("none", "backup", "--output", file.toString()).complaints())
                .containsExactly("orgstead: there is no store in " + folder.resolve("none"));
        try (Server server = Server.start(SettingsReader.read(settings("one")))) {
            assertThat(server.url()).isNotNull();
            assertThat(run("one", "import", "--organization", "Beta", "--input", file.toString())
                            .complaints())
                    .singleElement()
                    .asString()
                    .contains("in use in this process");
        }
        assertThat(Files.exists(file)).isFalse();
    }

    @Test
    void aHundredThousandDocumentsTakeNoMoreMemoryThanOne() throws IOException {
        Path many = folder.resolve("many.ndjson");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            lines.append("{\"_id\":\"d%06d\",\"n\":%d}\n".formatted(i, i));
        }
        Files.writeString(many, lines, StandardCharsets.UTF_8);

        assertThat(run("one", "import", "--organization", "Beta", "--input", many.toString())
                        .output())
                .startsWith("100000 inserted");
        Path out = folder.resolve("out.ndjson");
        run("one", "export", "--organization", "Beta", "--output", out.toString());
        assertThat(Files.mismatch(many, out)).isEqualTo(-1);
    }
}
