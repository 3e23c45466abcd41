package io.orgstead.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Figures in rows, each by the names of its columns. A row may lack some. For one thread. */
public final class Table {

    private static final double HUNDREDS = 100;
    private static final double ONES = 1;

    private final String title;
    private final List<Map<String, Object>> rows = new ArrayList<>();

    /** A table without rows. */
    public Table(String title) {
        this.title = title;
    }

    /** Adds a row of texts and numbers. */
    public void add(Map<String, ?> row) {
        rows.add(new LinkedHashMap<>(row));
    }

    /** What it is about. */
    public String title() {
        return title;
    }

    /** The rows as they were added. */
    public List<Map<String, Object>> rows() {
        return rows;
    }

    /** For a terminal. */
    public String toText() {
        List<List<String>> cells = cells();
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < cells.get(0).size(); column++) {
            int here = column;
            widths.add(
                    cells.stream().mapToInt(row -> row.get(here).length()).max().orElse(0));
        }
        StringBuilder text = new StringBuilder(title).append('\n');
        for (List<String> row : cells) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String blanks = " ".repeat(widths.get(column) - row.get(column).length());
                line.append(column == 0 ? row.get(column) + blanks : "  " + blanks + row.get(column));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** For a page of the documentation. */
    public String toMarkdown() {
        List<List<String>> cells = cells();
        StringBuilder text = new StringBuilder("**").append(title).append("**\n\n");
        for (int i = 0; i < cells.size(); i++) {
            text.append("| ").append(String.join(" | ", cells.get(i))).append(" |\n");
            if (i == 0) {
                text.append("|---|")
                        .append("---:|".repeat(cells.get(0).size() - 1))
                        .append('\n');
            }
        }
        return text.toString();
    }

    /** The heads of the columns, and then the rows. */
    private List<List<String>> cells() {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        List<List<String>> cells = new ArrayList<>();
        cells.add(List.copyOf(columns));
        for (Map<String, Object> row : rows) {
            cells.add(columns.stream()
                    .map(column -> cell(row.getOrDefault(column, "")))
                    .toList());
        }
        return cells;
    }

    private static String cell(Object value) {
        if (!(value instanceof Double number)) {
            return value.toString();
        }
        double size = Math.abs(number);
        return String.format(
                Locale.ROOT, size >= HUNDREDS ? "%.0f" : size >= ONES ? "%.2f" : size == 0 ? "%.0f" : "%.3f", number);
    }
}
