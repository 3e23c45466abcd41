package io.orgstead.adapter.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.testkit.Samples;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every statement finds its rows through an index, whatever the number of organizations. */
class QueryPlanTest {

    /** Asking the dictionary for one table is a search, although SQLite calls it a scan of a virtual table. */
    private static final String SEARCH = "SEARCH .*|SCAN pragma_(table|index)_xinfo VIRTUAL TABLE INDEX .*"
            + "|SCAN CONSTANT ROW|MULTI-INDEX OR|INDEX \\d|LIST SUBQUERY 1|COMPOUND QUERY|LEFT-MOST SUBQUERY|UNION ALL";

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    static List<String> masterStatements() throws IllegalAccessException {
        return Stream.concat(constants(OrganizationSql.class).stream(), constants(AdminSql.class).stream())
                .toList();
    }

    static List<String> tenantStatements() throws IllegalAccessException {
        return Stream.concat(constants(TenantSql.class).stream(), tableStatements().stream())
                .toList();
    }

    static List<String> tableStatements() throws IllegalAccessException {
        return Stream.concat(constants(TableSql.class).stream(), constants(DataSql.class).stream())
                .filter(sql -> !sql.equals(DataSql.FIND_TABLE_HERE))
                .toList();
    }

    static List<String> recordStatements() throws IllegalAccessException {
        return Stream.concat(constants(IdempotencySql.class).stream(), Stream.of(DataSql.FIND_TABLE_HERE))
                .toList();
    }

    private static List<String> constants(Class<?> holder) throws IllegalAccessException {
        List<String> found = new ArrayList<>();
        for (Field field : holder.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                found.add((String) field.get(null));
            }
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("masterStatements")
    void organizationsAndAdminsAreSearched(String sql) {
        expectSearch(stores.inMemory().master(), sql);
    }

    @ParameterizedTest
    @MethodSource("tenantStatements")
    void collectionsAreSearched(String sql) {
        expectSearch(stores.inMemory().tenants(), sql);
    }

    @ParameterizedTest
    @MethodSource("recordStatements")
    void recordsAreSearched(String sql) {
        expectSearch(stores.inMemory().tenants(), sql);
    }

    @ParameterizedTest
    @EnumSource(IsolationModel.class)
    void documentsAreSearched(IsolationModel model) {
        SqliteStore store = stores.inMemory();
        SampleTenant tenant = new SampleTenant(store, new Samples(), model);
        tenant.indexes().create(tenant.scope(), SampleTenant.index("i", "n"), 1);

        List<String> plans = tenant.data().write(tenant.scope(), tenant.data().deadline(), table -> {
            List<String> found = new ArrayList<>();
            for (String sql : table.searches()) {
                found.addAll(plan(table.session(), sql));
            }
            found.addAll(plan(table.session(), table.indexes().search()));
            return found;
        });

        assertThat(plans).hasSizeGreaterThanOrEqualTo(5);
        if (model == IsolationModel.SHARED) {
            assertThat(plans).allSatisfy(step -> assertThat(step).contains("(tenant=?"));
        }
        expectSearch(plans);
    }

    @ParameterizedTest
    @MethodSource("tableStatements")
    void tablesAreSearched(String sql) {
        SqliteStore store = stores.inMemory();
        expectSearch(store.tenants()
                .write(register -> store.tenantFiles()
                        .write(new TenantFileId.Numbered(0), register, session -> plan(session, sql))));
    }

    @Test
    void allStatementsAreLookedAt() throws IllegalAccessException {
        assertThat(masterStatements()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(tenantStatements()).hasSizeGreaterThanOrEqualTo(10);
    }

    private static void expectSearch(Database database, String sql) {
        expectSearch(database.read(session -> plan(session, sql)));
    }

    private static void expectSearch(List<String> plan) {
        assertThat(plan).allSatisfy(step -> assertThat(step).matches(SEARCH).doesNotContain("TEMP B-TREE"));
    }

    private static List<String> plan(Session session, String sql) throws SQLException {
        Object[] parameters = new Object[parameters(sql)];
        Arrays.fill(parameters, 1);
        return session.findAll(row -> row.getString("detail"), "EXPLAIN QUERY PLAN " + sql, parameters);
    }

    private static int parameters(String sql) {
        return sql.contains("?1") ? 1 : (int) sql.chars().filter(c -> c == '?').count();
    }
}
