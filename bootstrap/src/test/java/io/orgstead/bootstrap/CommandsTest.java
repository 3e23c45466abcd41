package io.orgstead.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.adapter.security.SecurityAdapters;
import io.orgstead.adapter.security.SecuritySettings;
import io.orgstead.adapter.security.TokenSecret;
import io.orgstead.domain.organization.PasswordHash;
import io.orgstead.domain.organization.PlaintextPassword;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

    private static final String SECRET = "a secret of more than thirty-two bytes";

    @TempDir
    private Path folder;

    static Stream<String> names() {
        return Commands.all().stream().map(command -> command.spec().name());
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyCommandExplainsItself(String name) {
        CommandRun asked = CommandRun.of(name, "--help");

        assertThat(asked.exitCode()).isZero();
        assertThat(asked.output()).startsWith("Usage: orgstead " + name).contains("Exit codes:");
        assertThat(asked.complaints()).isEmpty();
        assertThat(CommandRun.of("help", name)).isEqualTo(asked);
        assertThat(CommandRun.of("--help").output()).contains("\n  " + name + " ");
    }

    @Test
    void theHelpNamesEverySetting() {
        CommandRun help = CommandRun.of("--help");

        assertThat(help.exitCode()).isZero();
        SettingFlags.names().forEach(flag -> assertThat(help.output()).contains("      " + flag + "="));
        assertThat(CommandRun.of("-h")).isEqualTo(help);
        assertThat(CommandRun.of("help")).isEqualTo(help);
        assertThat(CommandRun.of("--version").output())
                .isEqualTo("orgstead " + Main.version() + System.lineSeparator());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "doctr | there is no command doctr; did you mean doctor?",
                "help doctr | there is no command doctr; did you mean doctor?",
                "migrations | there is no command migrations; see --help",
                "serve --http-prot 80 | there is no flag --http-prot; did you mean --http-port?",
                "--http-prot=80 | there is no flag --http-prot; did you mean --http-port?",
                "--versoin | there is no flag --versoin; did you mean --version?",
                "--http-host h doctor | an argument is too much (not repeated here, as it may be a secret); see --help",
                "doctor --jsn | there is no flag --jsn; did you mean --json?",
                "check-config --hlp | there is no flag --hlp; did you mean --help?",
                "completion bash | an argument is too much (not repeated here, as it may be a secret); see --help",
                "hash-password hunter22 | an argument is too much (not repeated here, as it may be a secret); see --help",
                "hash-password --password hunter22 | there is no flag --password; see --help",
            })
    void refusesWrongCommandLines(String args, String problem) {
        CommandRun run = CommandRun.of(args.split(" "));

        assertThat(run.complaints()).containsExactly("orgstead: " + problem);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output()).isEmpty();
    }

    @Test
    void tellsWhatIsWrongWithArgumentsAndSettingsAtOnce() {
        CommandRun run =
                CommandRun.of(Map.of("ORGSTEAD_BCRYPT_COST", "9"), "", "check-config", "--jsn", "--http-port", "x");

        assertThat(run.complaints())
                .containsExactlyInAnyOrder(
                        "orgstead: there is no flag --jsn; see --help",
                        "orgstead: ORGSTEAD_BCRYPT_COST (environment) must be a whole number from 10 to 16",
                        "orgstead: --http-port (command line) must be a whole number from 0 to 65535");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void checkConfigShowsWhatHoldsAndWhereItIsFrom() throws IOException {
        Path file = Files.writeString(folder.resolve("o.properties"), "\nmongodb.uri=mongodb://a:hidden@db.example/\n");
        Path secret = Files.writeString(folder.resolve("secret"), SECRET);

        CommandRun run = CommandRun.of(
                Map.of("ORGSTEAD_JWT_SECRET_FILE", secret.toString()),
                "",
                "check-config",
                "--config",
                file.toString(),
                "--http-port=0");

        assertThat(run.complaints()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.output().lines().map(line -> line.replaceAll(" +", " ")))
                .hasSize(Setting.values().length + 1)
                .contains(
                        "SETTING VALUE SOURCE",
                        "ORGSTEAD_HTTP_HOST 127.0.0.1 default",
                        "ORGSTEAD_HTTP_PORT 0 --http-port (command line)",
                        "ORGSTEAD_MONGODB_URI (hidden) mongodb.uri (" + file + ":2)",
                        "ORGSTEAD_JWT_SECRET (hidden) ORGSTEAD_JWT_SECRET_FILE (environment)")
                .noneMatch(line -> line.contains(SECRET) || line.contains("hidden@"));
    }

    @Test
    void checkConfigLooksIntoTheFilesOfTls() throws IOException {
        Path nothing = Files.writeString(folder.resolve("tls.crt"), "no certificate");

        CommandRun run = CommandRun.of(
                "check-config",
                "--tls-cert",
                nothing.toString(),
                "--tls-key",
                folder.resolve("none").toString());
        CommandRun both =
                CommandRun.of("check-config", "--tls-cert", nothing.toString(), "--tls-key", nothing.toString());

        assertThat(run.complaints()).singleElement().asString().contains("none cannot be read: there is no such file");
        assertThat(both.complaints()).singleElement().asString().contains("tls.crt holds no certificate in PEM");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse", "correct horse\n", "correct horse\r\n", "correct horse\nand more"})
    void hashPasswordHashesTheFirstLine(String input) {
        CommandRun run = CommandRun.of(Map.of("ORGSTEAD_BCRYPT_COST", "10"), input, "hash-password");

        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).startsWith("$2b$10$").hasLineCount(1);
        SecuritySettings settings = SecuritySettings.defaults(TokenSecret.ofText(SECRET));
        try (SecurityAdapters security = SecurityAdapters.create(settings, InstantSource.system())) {
            assertThat(security.passwordHasher()
                            .verify(
                                    PlaintextPassword.attempt("correct horse"),
                                    new PasswordHash(run.output().strip())))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | there is no password in the input",
                "short | the password must have 8 to 72 bytes in UTF-8",
                "'\n' | the password must have 8 to 72 bytes in UTF-8",
            })
    void hashPasswordRefusesWhatCannotBeAPassword(String input, String problem) {
        CommandRun run = CommandRun.of(Map.of(), input, "hash-password");

        assertThat(run.complaints()).containsExactly("orgstead: " + problem);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output()).isEmpty();
    }

    /** The script in the shell that it is for. */
    @ParameterizedTest
    @CsvSource({
        "orgstead doc, 1, doctor",
        "orgstead doctor --js, 2, --json",
        "orgstead serve --http-p, 2, --http-port",
        "orgstead check-config --mongodb-u, 2, --mongodb-uri-file"
    })
    void theCompletionScriptCompletes(String line, int word, String completion) throws Exception {
        Path script = Files.writeString(
                folder.resolve("completion"), CommandRun.of("completion").output());
        Process bash = new ProcessBuilder(
                        "bash",
                        "-c",
                        "compopt() { :; }; source '" + script + "' && COMP_WORDS=(" + line + ") COMP_CWORD=" + word
                                + " && _complete_orgstead && echo \"${COMPREPLY[@]}\"")
                .redirectErrorStream(true)
                .start();

        assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
                .isEqualTo(completion);
        assertThat(bash.waitFor()).isZero();
    }
}
