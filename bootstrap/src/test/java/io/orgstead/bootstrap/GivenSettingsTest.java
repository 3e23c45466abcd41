package io.orgstead.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where settings come from, which of them wins, and what is refused. */
class GivenSettingsTest {

    private static final String SECRET = "a secret of more than thirty-two bytes";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("orgstead.properties");
    }

    private void fileHolds(String text) throws IOException {
        Files.writeString(file, text);
    }

    private GivenSettings given(Map<String, String> environment, String... flags) {
        return GivenSettings.of(environment, SettingFlags.parse(Arrays.asList(flags)));
    }

    private GivenSettings withFile(Map<String, String> environment, String... flags) {
        return given(
                environment, Arrays.asList(flags).isEmpty() ? new String[] {"--config", file.toString()} : join(flags));
    }

    private String[] join(String... flags) {
        String[] all = Arrays.copyOf(flags, flags.length + 2);
        all[flags.length] = "--config";
        all[flags.length + 1] = file.toString();
        return all;
    }

    @ParameterizedTest
    @CsvSource({
        ", , , 8080, ORGSTEAD_HTTP_PORT",
        "1, , , 1, http.port (FILE:2)",
        ", 2, , 2, ORGSTEAD_HTTP_PORT (environment)",
        ", , 3, 3, --http-port (command line)",
        "1, 2, , 2, ORGSTEAD_HTTP_PORT (environment)",
        "1, , 3, 3, --http-port (command line)",
        ", 2, 3, 3, --http-port (command line)",
        "1, 2, 3, 3, --http-port (command line)",
        "1, ' ', , 1, http.port (FILE:2)",
    })
    void theStrongestPlaceWins(String inFile, String inEnvironment, String asFlag, String winner, String label)
            throws IOException {
        fileHolds(inFile == null ? "" : "# where to listen\nhttp.port = " + inFile + "\n");
        Map<String, String> environment =
                inEnvironment == null ? Map.of() : Map.of("ORGSTEAD_HTTP_PORT", inEnvironment);

        GivenSettings given = asFlag == null ? withFile(environment) : withFile(environment, "--http-port=" + asFlag);

        assertThat(given.problems()).isEmpty();
        assertThat(given.text(Setting.HTTP_PORT)).isEqualTo(winner);
        assertThat(given.label(Setting.HTTP_PORT)).isEqualTo(label.replace("FILE", file.toString()));
    }

    @Test
    void everySettingCanBeGivenInEveryPlace() throws IOException {
        for (SettingName name : SettingName.all()) {
            if (name.isOfFile()) {
                continue;
            }
            fileHolds(name.key() + "=some text");
            assertThat(withFile(Map.of()).text(name.setting())).isEqualTo("some text");
            assertThat(given(Map.of(name.variable(), "some text")).text(name.setting()))
                    .isEqualTo("some text");
            if (name.isForCommandLine()) {
                assertThat(given(Map.of(), name.flag(), "some text").text(name.setting()))
                        .isEqualTo("some text");
            }
        }
    }

    @Test
    void aFileIsReadAsPropertiesAre() throws IOException {
        fileHolds(String.join(
                "\r\n",
                "! what may be written",
                "",
                "  http.host : ::1",
                "mongodb.uri=mongodb://db.example/?replicaSet=rs0&retryWrites=true",
                "trusted.proxies = 10.0.0.0/8,\\",
                "    fd00::/8",
                "data.dir C\\:\\\\data",
                "jwt.secret=\\u00e4 and ü and \\# and # and what else makes more than 32 bytes"));

        GivenSettings given = withFile(Map.of());

        assertThat(given.problems()).isEmpty();
        assertThat(given.text(Setting.HTTP_HOST)).isEqualTo("::1");
        assertThat(given.text(Setting.MONGODB_URI)).isEqualTo("mongodb://db.example/?replicaSet=rs0&retryWrites=true");
        assertThat(given.text(Setting.TRUSTED_PROXIES)).isEqualTo("10.0.0.0/8,fd00::/8");
        assertThat(given.label(Setting.TRUSTED_PROXIES)).isEqualTo("trusted.proxies (" + file + ":5)");
        assertThat(given.text(Setting.DATA_DIR)).isEqualTo("C:\\data");
        assertThat(given.text(Setting.JWT_SECRET)).startsWith("ä and ü and # and # and");
        assertThat(given.label(Setting.JWT_SECRET)).isEqualTo("jwt.secret (" + file + ":8)");
    }

    @Test
    void whatIsWrongWithAFileIsToldWithItsLine() throws IOException {
        fileHolds("http.port=80\nhttp.prot=81\nHTTP_PORT=82\nhttp.port=83\nlog.format=\\u00\njwt.secrets=hidden\n");

        assertThat(withFile(Map.of()).problems())
                .containsExactly(
                        "http.prot (" + file + ":2) is no setting of this software; did you mean http.port?",
                        "HTTP_PORT (" + file + ":3) is no setting of this software; did you mean http.port?",
                        "http.port (" + file + ":4) is given in line 1 already",
                        file + ":5 has a malformed \\u escape",
                        "jwt.secrets (" + file + ":6) is no setting of this software; did you mean jwt.secret?");
    }

    @Test
    void aFileThatCannotBeReadIsRefused() throws IOException {
        assertThat(withFile(Map.of()).problems()).containsExactly("the settings' file " + file + " does not exist");
        Files.createDirectory(file);
        assertThat(withFile(Map.of()).problems()).containsExactly("the settings' file " + file + " is a folder");
        Files.delete(file);
        Files.write(file, new byte[] {(byte) 0xff});
        assertThat(withFile(Map.of()).problems())
                .containsExactly("the settings' file " + file + " is not text in UTF-8");
        Files.write(file, new byte[(1 << 20) + 1]);
        assertThat(withFile(Map.of()).problems())
                .containsExactly("the settings' file " + file + " is larger than 1 MiB");
    }

    @ParameterizedTest
    @CsvSource({
        "ORGSTEAD_HTTP_PROT, ORGSTEAD_HTTP_PORT",
        "ORGSTEAD_HTTPPORT, ORGSTEAD_HTTP_PORT",
        "ORGSTEAD_JWT_SECRETFILE, ORGSTEAD_JWT_SECRET_FILE",
        "ORGSTEAD_MONGO_URI, ORGSTEAD_MONGODB_URI",
        "ORGSTEAD_DATADIR, ORGSTEAD_DATA_DIR",
        "ORGSTEAD_, ",
        "ORGSTEAD_COLOR, ",
    })
    void anUnknownNameIsRefusedWithTheNearestOne(String name, String nearest) {
        assertThat(given(Map.of(name, "hidden")).problems())
                .containsExactly(name + " (environment) is no setting of this software"
                        + (nearest == null ? "; see --help" : "; did you mean " + nearest + "?"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--http-port | --http-port (command line) needs a value",
                "--http-port= | --http-port (command line) needs a value",
                "--http-port --http-host=h | --http-port (command line) needs a value",
                "--http-port 1 --http-port=2 | --http-port (command line) is given twice",
                "--config | --config (command line) needs a value",
                "--jwt-secret hidden | --jwt-secret (command line) would show a secret to everybody on this machine;"
                        + " use --jwt-secret-file or ORGSTEAD_JWT_SECRET",
                "--mongodb-uri=hidden | --mongodb-uri (command line) would show a secret to everybody on this machine;"
                        + " use --mongodb-uri-file or ORGSTEAD_MONGODB_URI",
            })
    void refusesFlags(String flags, String problem) {
        GivenSettings given = given(Map.of(), flags.split(" "));

        assertThat(given.problems()).containsExactly(problem);
        assertThat(given.find(Setting.JWT_SECRET)).isEmpty();
        assertThat(given.find(Setting.MONGODB_URI)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--http-prot 80 | there is no flag --http-prot; did you mean --http-port?",
                "--jwt-secretfile=hidden | there is no flag --jwt-secretfile; did you mean --jwt-secret-file?",
                "--colour hidden | there is no flag --colour; see --help",
                "hidden | an argument is too much (not repeated here, as it may be a secret); see --help",
            })
    void refusesArguments(String args, String problem) {
        List<String> rest = SettingFlags.parse(Arrays.asList(args.split(" "))).rest();

        assertThat(UnknownArguments.problems(rest, UnknownArguments.ROOT_FLAGS.stream()))
                .containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource({"''", "'\n'", "'\r\n'"})
    void aSecretComesFromAFileWithoutTheNewlineBehindIt(String end) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), SECRET + end.translateEscapes());

        for (GivenSettings given : List.of(
                given(Map.of("ORGSTEAD_JWT_SECRET_FILE", secret.toString())),
                given(Map.of(), "--jwt-secret-file", secret.toString()))) {
            assertThat(given.problems()).isEmpty();
            assertThat(given.text(Setting.JWT_SECRET)).isEqualTo(SECRET);
        }
    }

    @Test
    void onlyOneNewlineIsNotPartOfASecret() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), " " + SECRET + " \n\n");

        assertThat(given(Map.of("ORGSTEAD_JWT_SECRET_FILE", secret.toString())).text(Setting.JWT_SECRET))
                .isEqualTo(" " + SECRET + " \n");
    }

    @Test
    void aSecretsFileThatHoldsNoneIsRefusedAndNothingElseIsMissed() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        Path missing = folder.resolve("missing");

        InvalidSettingsException refusal = catchThrowableOfType(
                InvalidSettingsException.class,
                () -> SettingsReader.read(given(
                        Map.of(
                                "ORGSTEAD_JWT_SECRET_FILE", empty.toString(),
                                "ORGSTEAD_MONGODB_URI_FILE", missing.toString()),
                        "--bcrypt-cost=1")));

        assertThat(refusal.problems())
                .containsExactlyInAnyOrder(
                        "ORGSTEAD_JWT_SECRET_FILE (environment) names " + empty + ", which is empty",
                        "ORGSTEAD_MONGODB_URI_FILE (environment) names " + missing + ", which does not exist",
                        "--bcrypt-cost (command line) must be a whole number from 10 to 16");
    }

    @Test
    void aSecretAndItsFileInOnePlaceExcludeEachOther() throws IOException {
        Path secret = Files.write(folder.resolve("secret"), SECRET.getBytes(StandardCharsets.UTF_8));
        fileHolds("jwt.secret=hidden\njwt.secret.file=" + secret);

        assertThat(given(Map.of("ORGSTEAD_JWT_SECRET", "hidden", "ORGSTEAD_JWT_SECRET_FILE", secret.toString()))
                        .problems())
                .containsExactly("ORGSTEAD_JWT_SECRET (environment) and ORGSTEAD_JWT_SECRET_FILE (environment)"
                        + " exclude each other");
        assertThat(withFile(Map.of()).problems())
                .containsExactly(
                        "jwt.secret (" + file + ":1) and jwt.secret.file (" + file + ":2)" + " exclude each other");
    }

    @Test
    void aSecretsFileInAStrongerPlaceOverrulesASecret() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), SECRET);
        fileHolds("jwt.secret=another");

        GivenSettings given = withFile(Map.of("ORGSTEAD_JWT_SECRET_FILE", secret.toString()));

        assertThat(given.problems()).isEmpty();
        assertThat(given.text(Setting.JWT_SECRET)).isEqualTo(SECRET);
        assertThat(given.label(Setting.JWT_SECRET)).isEqualTo("ORGSTEAD_JWT_SECRET_FILE (environment)");
    }

    @Test
    void allProblemsOfAllPlacesAreToldAtOnceAndNoSecret() throws IOException {
        fileHolds("max.body=huge\njwt.secret=short and hidden\ncolour=red");

        InvalidSettingsException refusal = catchThrowableOfType(
                InvalidSettingsException.class,
                () -> SettingsReader.read(withFile(
                        Map.of("ORGSTEAD_BCRYPT_COST", "9", "ORGSTEAD_COLOUR", "red"),
                        "--http-port=x",
                        "--mongodb-uri=hidden")));

        assertThat(refusal.problems())
                .hasSize(7)
                .noneMatch(problem -> problem.contains("hidden"))
                .anyMatch(problem -> problem.startsWith("max.body (" + file + ":1) must be a size"))
                .anyMatch(problem -> problem.startsWith("jwt.secret (" + file + ":2) must have at least 32 bytes"))
                .anyMatch(problem -> problem.startsWith("colour (" + file + ":3) is no setting"))
                .anyMatch(problem -> problem.startsWith("ORGSTEAD_BCRYPT_COST (environment) must be"))
                .anyMatch(problem -> problem.startsWith("ORGSTEAD_COLOUR (environment) is no setting"))
                .anyMatch(problem -> problem.startsWith("--http-port (command line) must be"))
                .anyMatch(problem -> problem.startsWith("--mongodb-uri (command line) would show a secret"));
    }
}
