package io.orgstead.bootstrap;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deletion with a grace period over HTTP, and the command that takes it back. */
class UndeleteCommandTest {

    @TempDir
    private Path folder;

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("ORGSTEAD_DATA_DIR", folder.resolve("data").toString());
        settings.put("ORGSTEAD_HTTP_PORT", "0");
        settings.put("ORGSTEAD_BCRYPT_COST", "10");
        settings.put("ORGSTEAD_DELETE_GRACE", "7d");
        return settings;
    }

    private CommandRun undelete(String name) {
        return CommandRun.of(settings(), "", "undelete", "--organization", name);
    }

    @Test
    void aDeletedOrganizationIsBack() throws InvalidSettingsException {
        try (Server server = Server.start(SettingsReader.read(settings()))) {
            ApiClient client = new ApiClient(server.url());
            assertThat(client.create("Acme", "a@acme.com").statusCode()).isEqualTo(201);
            String token = client.token("a@acme.com", ApiClient.PASSWORD);
            var deleted = client.delete(token);
            assertThat(deleted.statusCode()).isEqualTo(200);
            assertThatJson(deleted.body()).node("restorable_until").isString().endsWith("Z");
            assertThat(client.find("Acme").statusCode()).isEqualTo(404);
        }

        CommandRun run = undelete("acme");
        assertThat(run.complaints()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).startsWith("restored organization ");
        assertThat(undelete("acme").complaints())
                .containsExactly("orgstead: no deleted organization of this name can be restored: there is none, or its"
                        + " time is over");

        try (Server server = Server.start(SettingsReader.read(settings()))) {
            assertThat(new ApiClient(server.url()).token("a@acme.com", ApiClient.PASSWORD))
                    .isNotEmpty();
        }
    }

    @Test
    void whatCannotBeRestoredIsTold() {
        assertThat(undelete("acme").exitCode()).isEqualTo(Exit.FAILED);
        assertThat(undelete("acme").complaints())
                .containsExactly("orgstead: there is no store in " + folder.resolve("data"));
        assertThat(undelete("?").exitCode()).isEqualTo(Exit.MISUSED);
        assertThat(CommandRun.of(settings(), "", "undelete").exitCode()).isEqualTo(Exit.MISUSED);
    }
}
