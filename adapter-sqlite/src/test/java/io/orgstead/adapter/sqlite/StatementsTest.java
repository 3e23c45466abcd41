package io.orgstead.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class StatementsTest {

    @Test
    void onlyThoseUsedLastAreKept() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            Statements statements = new Statements(connection::prepareStatement);
            PreparedStatement first = statements.get("SELECT 0");
            PreparedStatement second = statements.get("SELECT 1");
            for (int i = 2; i <= Statements.MOST; i++) {
                assertThat(statements.get("SELECT 0")).isSameAs(first);
                statements.get("SELECT " + i);
            }

            assertThat(first.isClosed()).isFalse();
            assertThat(second.isClosed()).isTrue();
            assertThat(statements.get("SELECT 1")).isNotSameAs(second);
        }
    }
}
