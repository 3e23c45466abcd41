package io.orgstead.benchmarks.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run found out. Tables are printed as they come. For one thread. */
public final class Report {

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final PrintStream out;
    private final Map<String, String> conditions;
    private final List<Table> tables = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private final Map<String, LineChart> charts = new LinkedHashMap<>();

    /**
     * An empty report.
     *
     * @param out where tables are printed
     * @param conditions where and how it was measured
     */
    public Report(PrintStream out, Map<String, String> conditions) {
        this.out = out;
        this.conditions = conditions;
        conditions.forEach((name, value) -> out.println(name + ": " + value));
    }

    /** Adds a table. */
    public void add(Table table) {
        tables.add(table);
        out.println();
        out.print(table.toText());
    }

    /** Adds a verdict. */
    public void add(Verdict verdict) {
        verdicts.add(verdict);
    }

    /**
     * Adds a picture.
     *
     * @param name its file's, without ending
     */
    public void add(String name, LineChart chart) {
        charts.put(name, chart);
    }

    /** Says something. */
    public void say(String line) {
        out.println(line);
    }

    /** Whether every target is kept that was judged. */
    public boolean isKept() {
        return verdicts.stream().allMatch(Verdict::isKept);
    }

    /** The verdicts as a table. */
    public Table targets() {
        Table table = new Table("Targets");
        for (Verdict verdict : verdicts) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("target", verdict.target());
            row.put("measured", verdict.ratio());
            row.put("limit", verdict.limitText());
            row.put("", verdict.word());
            table.add(row);
        }
        return table;
    }

    /** Ends it: the verdicts are printed, and become a table like the others. */
    public void finish() {
        if (!verdicts.isEmpty()) {
            add(targets());
        }
    }

    /** All of it for programs. */
    public void writeJson(Path file) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("conditions", conditions);
        Map<String, Object> figures = new LinkedHashMap<>();
        tables.forEach(table -> figures.put(table.title(), table.rows()));
        json.put("tables", figures);
        json.put("kept", isKept());
        MAPPER.writeValue(file.toFile(), json);
    }

    /** The tables for a page of the documentation. */
    public void writeMarkdown(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        conditions.forEach((name, value) ->
                text.append("- ").append(name).append(": ").append(value).append('\n'));
        tables.forEach(table -> text.append('\n').append(table.toMarkdown()));
        Files.writeString(file, text);
    }

    /** The pictures, an SVG file each. */
    public void writeCharts(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, LineChart> chart : charts.entrySet()) {
            Files.writeString(
                    folder.resolve(chart.getKey() + ".svg"), chart.getValue().toSvg());
        }
    }
}
