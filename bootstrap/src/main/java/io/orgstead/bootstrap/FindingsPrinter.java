package io.orgstead.bootstrap;

import io.orgstead.application.usecase.DiagnoseStore.Finding;
import io.orgstead.application.usecase.DiagnoseStore.Report;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows findings to a person or to a program. */
final class FindingsPrinter {

    private final PrintStream out;

    FindingsPrinter(PrintStream out) {
        this.out = out;
    }

    void printTable(Report report) {
        TextTable table = new TextTable(List.of("CHECK", "RESULT", "DETAIL"));
        for (Finding finding : report.findings()) {
            table.add(List.of(name(finding.subject()), name(finding.severity()), finding.detail()));
        }
        table.printTo(out);
    }

    /** One line: {@code {"result": ..., "findings": [{"check": ..., "result": ..., "detail": ...}]}}. */
    void printJson(Report report) {
        out.println("{\"result\":" + quoted(name(report.severity())) + ",\"findings\":"
                + report.findings().stream().map(FindingsPrinter::json).collect(Collectors.joining(",", "[", "]"))
                + "}");
    }

    private static String json(Finding finding) {
        return "{\"check\":" + quoted(name(finding.subject())) + ",\"result\":" + quoted(name(finding.severity()))
                + ",\"detail\":" + quoted(finding.detail()) + "}";
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** A JSON string (RFC 8259, 7). */
    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
