package io.orgstead.bootstrap;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** A table in text: columns as wide as their contents, the last one open. */
final class TextTable {

    private final List<List<String>> rows = new ArrayList<>();

    TextTable(List<String> header) {
        rows.add(header);
    }

    void add(List<String> row) {
        rows.add(row);
    }

    void printTo(PrintStream out) {
        rows.stream().map(this::line).forEach(out::println);
    }

    private String line(List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            line.append(row.get(column));
            if (column + 1 < row.size()) {
                line.append(" ".repeat(width(column) + 2 - row.get(column).length()));
            }
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
