package io.orgstead.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands beside a server that uses the embedded store: the server does it. */
class OperatorCommandsTest {

    @TempDir
    private Path folder;

    private Server server;
    private ApiClient client;

    @BeforeEach
    void start() throws InvalidSettingsException {
        server = Server.start(SettingsReader.read(settings()));
        client = new ApiClient(server.url());
        assertThat(client.create("Acme", "a@acme.com").statusCode()).isEqualTo(201);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("ORGSTEAD_DATA_DIR", folder.resolve("data").toString());
        settings.put("ORGSTEAD_HTTP_PORT", "0");
        settings.put("ORGSTEAD_BCRYPT_COST", "10");
        settings.put("ORGSTEAD_DELETE_GRACE", "7d");
        return settings;
    }

    private CommandRun run(String... args) {
        return CommandRun.of(settings(), "", args);
    }

    @Test
    void backupsAreMade() {
        Path file = folder.resolve("backup");
        CommandRun run = run("backup", "--output", file.toString());
        assertThat(run.complaints()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(Exit.OK);
        assertThat(run.output()).startsWith("backed up to " + file + ": 1 organization, 0 documents, ");
        assertThat(file).exists();

        CommandRun again = run("backup", "--output", file.toString());
        assertThat(again.exitCode()).isEqualTo(Exit.FAILED);
        assertThat(again.complaints()).containsExactly("orgstead: there is a file " + file + " already");
        CommandRun unknown = run("backup", "--output", file + "2", "--organization", "beta");
        assertThat(unknown.exitCode()).isEqualTo(Exit.FAILED);
        assertThat(unknown.complaints()).hasSize(1);
    }

    @Test
    void deletionsAreTakenBack() throws Exception {
        client.delete(client.token("a@acme.com", ApiClient.PASSWORD));
        assertThat(client.find("Acme").statusCode()).isEqualTo(404);
        assertThat(run("undelete", "--organization", "acme").output()).startsWith("restored organization ");
        assertThat(client.find("Acme").statusCode()).isEqualTo(200);
    }

    @Test
    void organizationsMove() {
        String token = client.token("a@acme.com", ApiClient.PASSWORD);
        assertThat(client.send(token, "POST", "/org/data", "[{\"_id\":\"a\"},{\"_id\":\"b\"}]")
                        .statusCode())
                .isEqualTo(201);
        String before = client.send(token, "GET", "/org/data", "").body();

        CommandRun run = run("move", "--organization", "acme", "--to", "database");
        assertThat(run.complaints()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(Exit.OK);
        assertThat(run.output().lines())
                .contains("copying   0%", "verifying   0%")
                .anyMatch(line -> line.startsWith("moved organization acme to model database: 2 documents, "));
        assertThat(client.send(token, "GET", "/org/data", "").body()).isEqualTo(before);
        assertThat(client.send(token, "POST", "/org/data", "{\"_id\":\"c\"}").statusCode())
                .isEqualTo(201);
        assertThat(run("move", "--organization", "acme", "--to", "database").output())
                .contains("organization acme is in model database already");
        assertThat(run("move", "--organization", "acme", "--abandon").output())
                .contains("nothing is left of a move of organization acme");

        server.close();
        CommandRun alone = run("move", "--organization", "acme", "--to", "shared");
        assertThat(alone.complaints()).isEmpty();
        assertThat(alone.output()).contains("moved organization acme to model shared: 3 documents, ");
    }

    @Test
    void whatCannotBeMovedIsTold() {
        CommandRun unknown = run("move", "--organization", "beta", "--to", "shared");
        assertThat(unknown.exitCode()).isEqualTo(Exit.FAILED);
        assertThat(unknown.complaints()).hasSize(1);
        assertThat(run("move", "--organization", "acme", "--to", "elsewhere").complaints())
                .containsExactly("orgstead: --to must be collection, database or shared");
        assertThat(run("move", "--organization", "acme").exitCode()).isEqualTo(Exit.MISUSED);
        assertThat(run("move", "--organization", "acme", "--to", "shared", "--abandon")
                        .exitCode())
                .isEqualTo(Exit.MISUSED);
    }

    @Test
    void whoUsesTheStoreAndDoesNotAnswerIsTold() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        Process holder = StoreHolder.start(other);
        try {
            CommandRun run = CommandRun.of(
                    Map.of("ORGSTEAD_DATA_DIR", other.toString()),
                    "",
                    "move",
                    "--organization",
                    "acme",
                    "--to",
                    "shared");
            assertThat(run.exitCode()).isEqualTo(Exit.FAILED);
            assertThat(run.complaints())
                    .singleElement()
                    .asString()
                    .contains("in use by another process")
                    .endsWith("nobody answers at " + other.resolve("control.sock"));
        } finally {
            holder.destroyForcibly();
        }
    }
}
