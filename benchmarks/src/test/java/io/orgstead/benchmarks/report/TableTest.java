package io.orgstead.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void alignsColumns() {
        assertThat(table().toText()).isEqualTo("""
                        Routes
                        route  req/s  ratio
                        get     1235
                        login   8.00  0.950
                        """);
    }

    @Test
    void writesMarkdown() {
        assertThat(table().toMarkdown()).isEqualTo("""
                        **Routes**

                        | route | req/s | ratio |
                        |---|---:|---:|
                        | get | 1235 |  |
                        | login | 8.00 | 0.950 |
                        """);
    }

    private static Table table() {
        Table table = new Table("Routes");
        table.add(row("route", "get", "req/s", 1234.6));
        Map<String, Object> login = row("route", "login", "req/s", 8.0);
        login.put("ratio", 0.95);
        table.add(login);
        return table;
    }

    private static Map<String, Object> row(String column, String text, String other, double number) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(column, text);
        row.put(other, number);
        return row;
    }
}
