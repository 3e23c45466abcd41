package io.orgstead.reliability.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Keeps what was seen in {@code reliability.json} and, for people, in {@code reliability.md}, across runs. */
public final class Report {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEAD = """
            | fault | store | expectation | seen | date |
            |---|---|---|---|---|
            """;

    private Report() {}

    /** Adds a line, in the place of the one of the same fault and store of an earlier run. */
    public static synchronized void add(String fault, String store, String expectation, String seen) {
        Path folder = Path.of(System.getProperty("orgstead.reports", "target/reliability"));
        Path file = folder.resolve("reliability.json");
        try {
            Files.createDirectories(folder);
            ArrayNode lines = JSON.createArrayNode();
            if (Files.exists(file)) {
                JSON.readTree(file.toFile()).forEach(line -> keep(lines, line, fault, store));
            }
            ObjectNode line = lines.addObject();
            line.put("fault", fault).put("store", store).put("expectation", expectation);
            line.put("seen", seen).put("date", LocalDate.now(ZoneOffset.UTC).toString());
            JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), lines);
            Files.writeString(folder.resolve("reliability.md"), table(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.printf("%s, %s: %s%n", fault, store, seen);
    }

    private static void keep(ArrayNode lines, JsonNode line, String fault, String store) {
        if (!fault.equals(line.path("fault").asText())
                || !store.equals(line.path("store").asText())) {
            lines.add(line);
        }
    }

    private static String table(ArrayNode lines) {
        StringBuilder table = new StringBuilder(HEAD);
        for (JsonNode line : lines) {
            line.properties()
                    .forEach(cell ->
                            table.append("| ").append(cell.getValue().asText()).append(' '));
            table.append("|\n");
        }
        return table.toString();
    }
}
