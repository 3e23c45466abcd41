package io.orgstead.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.adapter.mongo.MongoTarget;
import io.orgstead.adapter.mongo.RealMongoFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag(RealMongoFilter.TAG)
class MigrateCommandTest {

    @TempDir
    private Path folder;

    private final TestDatabases databases = new TestDatabases();
    private final String database = databases.newName();

    @AfterEach
    void dropDatabases() {
        databases.close();
    }

    private Map<String, String> embedded() {
        Map<String, String> settings = new HashMap<>();
        settings.put("ORGSTEAD_DATA_DIR", folder.resolve("data").toString());
        settings.put("ORGSTEAD_HTTP_PORT", "0");
        settings.put("ORGSTEAD_BCRYPT_COST", "10");
        settings.put("ORGSTEAD_JWT_SECRET", "a secret of more than thirty-two bytes");
        return settings;
    }

    private Map<String, String> onMongo() {
        Map<String, String> settings = embedded();
        settings.put("ORGSTEAD_DATA_DIR", folder.resolve("other").toString());
        settings.put("ORGSTEAD_MONGODB_URI", MongoTarget.uri());
        settings.put("ORGSTEAD_MONGODB_DATABASE", database);
        return settings;
    }

    private CommandRun migrate(String... more) {
        String[] args = new String[5 + more.length];
        args[0] = "migrate";
        args[1] = "--to";
        args[2] = MongoTarget.uri();
        args[3] = "--to-database";
        args[4] = database;
        System.arraycopy(more, 0, args, 5, more.length);
        return CommandRun.of(embedded(), "", args);
    }

    /** Two organizations, one with documents; gives its token. */
    private static String fill(Server server) {
        ApiClient client = new ApiClient(server.url());
        assertThat(client.create("Acme", "a@acme.com").statusCode()).isEqualTo(201);
        assertThat(client.create("Beta", "b@beta.com").statusCode()).isEqualTo(201);
        String token = client.token("a@acme.com", ApiClient.PASSWORD);
        assertThat(client.send(token, "POST", "/org/data", "[{\"_id\": \"a\", \"n\": 1}, {\"_id\": \"b\", \"n\": 2}]")
                        .statusCode())
                .isEqualTo(201);
        return token;
    }

    @Test
    void serverTakesItsInstallationAwayWhileItServes() throws Exception {
        String token;
        try (Server server = Server.start(SettingsReader.read(embedded()))) {
            token = fill(server);
            CommandRun run = migrate();
            assertThat(run.complaints()).isEmpty();
            assertThat(run.exitCode()).isEqualTo(Exit.OK);
            assertThat(run.output())
                    .contains("migrated to MongoDB, database " + database + ": 2 organizations, 2 documents");

            ApiClient client = new ApiClient(server.url());
            assertThat(client.find("Acme").statusCode()).isEqualTo(200);
            assertThat(client.create("Late", "l@late.com").statusCode()).isEqualTo(503);
        }
        assertThatThrownBy(() -> Server.start(SettingsReader.read(embedded())))
                .hasMessageContaining("was left for MongoDB, database " + database);
        try (Server server = Server.start(SettingsReader.read(onMongo()))) {
            ApiClient client = new ApiClient(server.url());
            assertThat(client.send(token, "GET", "/org/data/b", "").body()).contains("\"n\":2");
            assertThat(client.token("b@beta.com", ApiClient.PASSWORD)).isNotEmpty();
            assertThat(client.send(token, "POST", "/org/data", "{\"n\": 3}").statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void installationThatNobodyServesIsTakenByTheCommandItself() throws Exception {
        try (Server server = Server.start(SettingsReader.read(embedded()))) {
            fill(server);
        }
        Path uri = Files.writeString(folder.resolve("uri"), MongoTarget.uri() + "\n");

        CommandRun run =
                CommandRun.of(embedded(), "", "migrate", "--to-file", uri.toString(), "--to-database", database);

        assertThat(run.complaints()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(Exit.OK);
        CommandRun again = migrate();
        assertThat(again.exitCode()).isEqualTo(Exit.OK);
        assertThat(again.output()).contains("2 organizations, 2 documents");
        assertThat(migrate("--abandon").complaints()).hasSize(1);
        CommandRun writing = CommandRun.of(embedded(), "", "undelete", "--organization", "acme");
        assertThat(writing.exitCode()).isEqualTo(Exit.FAILED);
        assertThat(writing.complaints().get(0)).contains("was left for");
    }

    @Test
    void databaseThatIsUsedIsRefusedAndNothingHasChanged() throws Exception {
        try (Server server = Server.start(SettingsReader.read(onMongo()))) {
            new ApiClient(server.url()).create("Other", "o@other.com");
        }
        try (Server server = Server.start(SettingsReader.read(embedded()))) {
            String token = fill(server);
            CommandRun run = migrate();
            assertThat(run.exitCode()).isEqualTo(Exit.FAILED);
            assertThat(run.complaints()).hasSize(1);
            assertThat(run.complaints().get(0)).contains("is not empty").doesNotContain(MongoTarget.uri());

            ApiClient client = new ApiClient(server.url());
            assertThat(client.send(token, "POST", "/org/data", "{\"n\": 3}").statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void wrongTargetsAreToldWithoutWhatIsSecretInThem() throws IOException {
        assertThat(CommandRun.of(embedded(), "", "migrate").complaints())
                .containsExactly("orgstead: give either --to or --to-file");
        CommandRun scheme = CommandRun.of(embedded(), "", "migrate", "--to", "http://root:hunter2@x/");
        assertThat(scheme.exitCode()).isEqualTo(Exit.MISUSED);
        assertThat(String.join("", scheme.complaints())).contains("--to ").doesNotContain("hunter2");
        CommandRun missing = CommandRun.of(embedded(), "", "migrate", "--to", "mongodb://root:hunter2@x/");
        assertThat(missing.exitCode()).isEqualTo(Exit.FAILED);
        assertThat(missing.complaints()).hasSize(1);
        assertThat(missing.complaints().get(0)).contains("there is no store in").doesNotContain("hunter2");
    }
}
