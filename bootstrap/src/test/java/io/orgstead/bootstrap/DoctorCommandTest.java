package io.orgstead.bootstrap;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.adapter.mongo.MongoTarget;
import io.orgstead.adapter.sqlite.SqliteAdapters;
import io.orgstead.domain.organization.Organization;
import io.orgstead.testkit.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor on both stores, well and ill. What it thinks of clocks and numbers is tested with the use case. */
class DoctorCommandTest {

    private final Samples samples = new Samples();
    private final TestDatabases databases = new TestDatabases();

    @TempDir
    private Path folder;

    @AfterEach
    void dropDatabases() {
        databases.close();
    }

    private CommandRun onEmbedded(String... flags) {
        return CommandRun.of(Map.of("ORGSTEAD_DATA_DIR", folder.resolve("data").toString()), "", withDoctor(flags));
    }

    private static CommandRun onMongo(String database, String... flags) {
        return CommandRun.of(
                Map.of(
                        "ORGSTEAD_MONGODB_URI",
                        MongoTarget.uri(),
                        "ORGSTEAD_MONGODB_DATABASE",
                        database,
                        "ORGSTEAD_JWT_SECRET",
                        "a secret of more than thirty-two bytes"),
                "",
                withDoctor(flags));
    }

    private static String[] withDoctor(String... flags) {
        String[] args = new String[flags.length + 1];
        args[0] = "doctor";
        System.arraycopy(flags, 0, args, 1, flags.length);
        return args;
    }

    @Test
    void anEmbeddedStoreThatIsNotThereIsNotMade() {
        CommandRun run = onEmbedded();

        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).contains("store  warning  there is none in " + folder.resolve("data") + " yet");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aWellEmbeddedStoreIsWell() {
        SqliteAdapters.open(folder.resolve("data")).close();

        CommandRun run = onEmbedded();

        assertThat(run.exitCode()).isZero();
        assertThat(run.output().lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "CHECK RESULT DETAIL",
                        "store ok answers",
                        "indexes ok all there",
                        "clock ok agrees with this machine's to within a second",
                        "leftovers ok none",
                        "moves ok none",
                        "collections ok 0 of at most 10000");
        assertThat(onEmbedded()).as("looked at again").isEqualTo(run);
    }

    @Test
    void leftoversOfACrashAreFoundAndLeft() {
        Organization interrupted = samples.provisioning(samples.name());
        try (SqliteAdapters store = SqliteAdapters.open(folder.resolve("data"))) {
            store.organizations().add(interrupted);
        }

        CommandRun run = onEmbedded("--json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThatJson(run.output()).inPath("result").isEqualTo("problem");
        assertThatJson(run.output())
                .inPath("findings[3]")
                .isEqualTo("{check: 'leftovers', result: 'problem', detail: 'wait for a running server to settle them:"
                        + " organization " + interrupted.id().value() + " is PROVISIONING'}");
        assertThat(onEmbedded("--json")).as("looked at again").isEqualTo(run);
    }

    @Test
    void aRunningServerKeepsItsEmbeddedStoreToItself() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Process server = StoreHolder.start(data);
        try {
            CommandRun run = onEmbedded();

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.output())
                    .contains("store  problem  ")
                    .contains("it is in use by another process; a running server has its store to itself");
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void aDamagedEmbeddedStoreIsAProblem() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(data.resolve("orgstead.db"), "no database at all, but long enough to be looked at");

        CommandRun run = onEmbedded();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).contains("store  problem  ").contains("damaged, or not a database");
    }

    @Test
    void mongoIsExaminedAndNotMended() {
        String database = databases.newName();
        try (Stores stores = Stores.open(settings(database))) {
            assertThat(onMongo(database).exitCode()).isZero();
            MongoTarget.client().getDatabase(database).getCollection("admins").dropIndex("orgstead_email");
            Organization interrupted = samples.provisioning(samples.name());
            stores.organizations().add(interrupted);

            CommandRun run = onMongo(database);

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.output().lines().map(line -> line.replaceAll(" +", " ")))
                    .contains(
                            "indexes problem 1 missing: admins.email (unique)",
                            "leftovers problem wait for a running server to settle them: organization "
                                    + interrupted.id().value() + " is PROVISIONING");
            assertThat(onMongo(database)).isEqualTo(run);
        }
    }

    private static ServerSettings settings(String database) {
        try {
            return SettingsReader.read(Map.of(
                    "ORGSTEAD_MONGODB_URI",
                    MongoTarget.uri(),
                    "ORGSTEAD_MONGODB_DATABASE",
                    database,
                    "ORGSTEAD_JWT_SECRET",
                    "a secret of more than thirty-two bytes"));
        } catch (InvalidSettingsException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aMongoThatIsNotThereIsAProblem() {
        CommandRun run = CommandRun.of(
                Map.of(
                        "ORGSTEAD_MONGODB_URI", "mongodb://a:hidden@127.0.0.1:1/?serverSelectionTimeoutMS=200",
                        "ORGSTEAD_JWT_SECRET", "a secret of more than thirty-two bytes"),
                "",
                "doctor");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output())
                .contains("store  problem  MongoDB at 127.0.0.1:1 does not answer")
                .doesNotContain("hidden");
    }
}
