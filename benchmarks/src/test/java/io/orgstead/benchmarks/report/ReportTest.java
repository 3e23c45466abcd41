package io.orgstead.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Report report =
            new Report(new PrintStream(printed, true, StandardCharsets.UTF_8), Map.of("JVM", "some"));

    @Test
    void oneTargetThatIsMissedMissesAll() {
        report.add(Verdict.atMost("first", 1, 2));
        assertThat(report.isKept()).isTrue();
        report.add(Verdict.atMost("second", 3, 2));
        assertThat(report.isKept()).isFalse();

        report.finish();

        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("first", " kept", "second", "NOT kept");
    }

    @Test
    void writesForProgramsAndForPages(@TempDir Path folder) throws IOException {
        Table table = new Table("Routes");
        table.add(Map.of("req/s", 12.5));
        report.add(table);
        report.add(Verdict.atLeast("target", 0.5, 0.8));
        report.finish();

        report.writeJson(folder.resolve("load.json"));
        report.writeMarkdown(folder.resolve("load.md"));

        JsonNode json = new ObjectMapper().readTree(folder.resolve("load.json").toFile());
        assertThat(json.at("/conditions/JVM").asText()).isEqualTo("some");
        assertThat(json.at("/tables/Routes/0/req~1s").asDouble()).isEqualTo(12.5);
        assertThat(json.at("/tables/Targets/0/measured").asDouble()).isEqualTo(0.5);
        assertThat(json.at("/kept").asBoolean(true)).isFalse();
        assertThat(Files.readString(folder.resolve("load.md"))).contains("- JVM: some", "| 12.50 |", "| NOT kept |");
    }
}
