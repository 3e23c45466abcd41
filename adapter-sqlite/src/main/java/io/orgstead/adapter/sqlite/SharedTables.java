package io.orgstead.adapter.sqlite;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The tables in which documents of many organizations lie side by side. Every key begins with the tenant, which is the incarnation
 * of the organization's collection, and there is no other way to them than {@link TenantRows}: a connection refuses to prepare a
 * statement that names one of them without naming a tenant each time.
 */
final class SharedTables {

    static final String DOCUMENTS = "shared_documents";
    static final String ENTRIES = "shared_entries";

    /** The column that tells whose a row is. */
    static final String TENANT = "tenant";

    static final String CONDITION = TENANT + " = ?";

    /** Names of other tables are always quoted. */
    private static final Pattern QUOTED = Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"");

    private static final Pattern NAMES = Pattern.compile(DOCUMENTS + '|' + ENTRIES);
    private static final Pattern TENANTS =
            Pattern.compile(Pattern.quote(CONDITION) + '|' + Pattern.quote(TenantRows.ROW_OF_TENANT));

    static final List<String> CREATE = List.of(
            """
            CREATE TABLE shared_documents (
                tenant TEXT NOT NULL,
                id TEXT NOT NULL,
                document TEXT NOT NULL,
                PRIMARY KEY (tenant, id)
            ) STRICT""", "CREATE INDEX shared_documents_by_id ON shared_documents (tenant, " + DocumentTable.ID_KEY + ")", """
            CREATE TABLE shared_entries (
                tenant TEXT NOT NULL,
                name TEXT NOT NULL,
                key BLOB NOT NULL,
                id TEXT NOT NULL,
                PRIMARY KEY (tenant, name, key, id)
            ) STRICT, WITHOUT ROWID""");

    private SharedTables() {}

    /**
     * Refuses a statement that could reach rows of more than one tenant.
     *
     * @throws IllegalStateException if it names shared tables more often than a tenant
     */
    static void requireTenant(String sql) {
        if (!isOfOneTenant(sql) && !CREATE.contains(sql)) {
            throw new IllegalStateException("A statement on shared tables does not say whose rows it means");
        }
    }

    private static boolean isOfOneTenant(String sql) {
        if (!NAMES.matcher(sql).find()) {
            return true;
        }
        String plain = QUOTED.matcher(sql).replaceAll("''");
        return NAMES.matcher(plain).results().count()
                == TENANTS.matcher(plain).results().count();
    }
}
