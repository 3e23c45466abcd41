package io.orgstead.adapter.sqlite;

import java.util.List;
import java.util.stream.Stream;

/**
 * The schemas of the store's databases. The organizations' own tables are spread over many files, because what SQLite
 * takes to open a file, and to make, rename or drop a table in it, grows with the number of tables in that file.
 */
final class Schemas {

    /**
     * How much each organization with a table in the same file keeps, from the first call on its documents on; and which row
     * besides its marker was found to be one then, which other programs may have made.
     */
    private static final String USAGE = """
            CREATE TABLE document_usage (
                incarnation TEXT NOT NULL PRIMARY KEY,
                documents INTEGER NOT NULL,
                bytes INTEGER NOT NULL,
                other_marker TEXT
            ) STRICT, WITHOUT ROWID""";

    /**
     * The indexes of the organizations with a table in the same file. What each document has for them is in a table for each
     * organization.
     */
    private static final String INDEXES = """
            CREATE TABLE document_indexes (
                incarnation TEXT NOT NULL,
                name TEXT NOT NULL,
                definition TEXT NOT NULL,
                multikey INTEGER NOT NULL CHECK (multikey IN (0, 1)),
                expires INTEGER NOT NULL CHECK (expires IN (0, 1)),
                PRIMARY KEY (incarnation, name)
            ) STRICT, WITHOUT ROWID""";

    /**
     * Who of the organizations with a table in the same file has changes noted, until when, and which documents were changed;
     * and who may change nothing, since which version of the organization.
     */
    private static final List<String> CHANGES = List.of("""
            CREATE TABLE document_changes (
                incarnation TEXT NOT NULL PRIMARY KEY,
                watched_until INTEGER,
                closed_version INTEGER
            ) STRICT, WITHOUT ROWID""", """
            CREATE TABLE changed_documents (
                incarnation TEXT NOT NULL,
                id TEXT NOT NULL,
                PRIMARY KEY (incarnation, id)
            ) STRICT, WITHOUT ROWID""");

    /** The list of the tables in a file, or of the organizations that have documents in a shared one. */
    private static final String LIST = """
            CREATE TABLE tenant_collections (
                name TEXT NOT NULL COLLATE NOCASE PRIMARY KEY,
                incarnation TEXT NOT NULL UNIQUE
            ) STRICT, WITHOUT ROWID""";

    private static final String CHECK_OF_LIST = "PRAGMA quick_check('tenant_collections')";

    /** A rule of a column cannot be changed, so that the table is made anew; the claims are out of the way meanwhile. */
    private static final List<String> WITH_HOMES = List.of(
            "CREATE TABLE kept_claims AS SELECT * FROM collection_claims",
            "DROP TABLE collection_claims",
            """
            CREATE TABLE organizations_with_homes (
                id TEXT NOT NULL PRIMARY KEY,
                name TEXT NOT NULL,
                collection_name TEXT NOT NULL UNIQUE,
                admin_id TEXT NOT NULL UNIQUE,
                admin_email TEXT NOT NULL,
                created_at INTEGER NOT NULL,
                status TEXT NOT NULL CHECK (status IN ('provisioning', 'active', 'updating', 'moving', 'deleting')),
                version INTEGER NOT NULL CHECK (version >= 0),
                operation_id TEXT,
                lease_until INTEGER,
                target_name TEXT,
                incarnation TEXT,
                home_isolation TEXT,
                home_incarnation TEXT,
                destination_isolation TEXT,
                destination_incarnation TEXT,
                CHECK ((status = 'active') = (operation_id IS NULL)),
                CHECK ((operation_id IS NULL) = (lease_until IS NULL)),
                CHECK ((home_isolation IS NULL) = (home_incarnation IS NULL)),
                CHECK ((destination_isolation IS NULL) = (destination_incarnation IS NULL))
            ) STRICT, WITHOUT ROWID""",
            """
            INSERT INTO organizations_with_homes
            SELECT id, name, collection_name, admin_id, admin_email, created_at, status, version, operation_id,
                lease_until, target_name, incarnation, NULL, NULL, NULL, NULL
            FROM organizations""",
            "DROP TABLE organizations",
            "ALTER TABLE organizations_with_homes RENAME TO organizations",
            "CREATE INDEX organizations_by_name ON organizations (name)",
            """
            CREATE INDEX organizations_by_lease ON organizations (lease_until)
            WHERE lease_until IS NOT NULL""",
            """
            CREATE TABLE collection_claims (
                collection_name TEXT NOT NULL PRIMARY KEY,
                organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE
            ) STRICT, WITHOUT ROWID""",
            "INSERT INTO collection_claims SELECT collection_name, organization_id FROM kept_claims",
            "CREATE INDEX collection_claims_by_organization ON collection_claims (organization_id)",
            "DROP TABLE kept_claims");

    /** The organizations and their admins: small, and looked over completely at every start. */
    static final Schema MASTER = new Schema(
            "orgstead.db",
            0x4F726731,
            "PRAGMA quick_check(1)",
            List.of(
                    List.of("""
            CREATE TABLE organizations (
                id TEXT NOT NULL PRIMARY KEY,
                name TEXT NOT NULL,
                collection_name TEXT NOT NULL UNIQUE,
                admin_id TEXT NOT NULL UNIQUE,
                admin_email TEXT NOT NULL,
                created_at INTEGER NOT NULL,
                status TEXT NOT NULL CHECK (status IN ('provisioning', 'active', 'updating', 'deleting')),
                version INTEGER NOT NULL CHECK (version >= 0),
                operation_id TEXT,
                lease_until INTEGER,
                target_name TEXT,
                incarnation TEXT,
                CHECK ((status = 'active') = (operation_id IS NULL)),
                CHECK ((operation_id IS NULL) = (lease_until IS NULL))
            ) STRICT, WITHOUT ROWID""", "CREATE INDEX organizations_by_name ON organizations (name)", """
            CREATE INDEX organizations_by_lease ON organizations (lease_until)
            WHERE lease_until IS NOT NULL""", """
            CREATE TABLE collection_claims (
                collection_name TEXT NOT NULL PRIMARY KEY,
                organization_id TEXT NOT NULL REFERENCES organizations (id) ON DELETE CASCADE
            ) STRICT, WITHOUT ROWID""", """
            CREATE INDEX collection_claims_by_organization ON collection_claims (organization_id)""", """
            CREATE TABLE admins (
                id TEXT NOT NULL PRIMARY KEY,
                organization_id TEXT,
                organization_name TEXT NOT NULL,
                email TEXT NOT NULL COLLATE NOCASE UNIQUE,
                password TEXT NOT NULL,
                created_at INTEGER NOT NULL,
                credential_changes INTEGER NOT NULL,
                credentials_changed_at INTEGER,
                last_update TEXT,
                lease_until INTEGER,
                version INTEGER NOT NULL CHECK (version >= 0)
            ) STRICT, WITHOUT ROWID""", """
            CREATE INDEX admins_by_lease ON admins (lease_until)
            WHERE lease_until IS NOT NULL"""),
                    WITH_HOMES,
                    List.of("""
            CREATE TABLE migration_mark (
                one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
                stage TEXT NOT NULL,
                migration TEXT NOT NULL,
                peer TEXT NOT NULL
            ) STRICT""")));

    /**
     * Collections of every model. What is not a table of a name comes and goes in more than one step: the phase says whether it
     * is complete, and if it is not, nobody is led to it.
     */
    private static final List<String> WITH_MODELS =
            Stream.concat(Stream.of("""
            ALTER TABLE tenant_collections ADD COLUMN model TEXT NOT NULL DEFAULT 'collection'
            CHECK (model IN ('collection', 'database', 'shared'))""", """
            ALTER TABLE tenant_collections ADD COLUMN phase TEXT NOT NULL DEFAULT 'there'
            CHECK (phase IN ('coming', 'there', 'going'))""", """
            ALTER TABLE tenant_collections ADD COLUMN expires INTEGER NOT NULL DEFAULT 0 CHECK (expires IN (0, 1))""", """
            CREATE INDEX tenant_collections_with_files ON tenant_collections (incarnation, phase, expires)
            WHERE model = 'database'"""), CHANGES.stream()).toList();

    /**
     * The register of the organizations' own tables, which says in which file each one is; no file means this one,
     * where the first version and other programs make tables. A file is in the list once there is a table in it, and in
     * another once documents in it have had a date to expire at; -1 there means the register's own, and -2 in both the
     * shared one. Files of organizations' own are in neither: the register's row says what there is to say. Only
     * the register is looked over at a start: what the organizations keep may be large. Names compare as SQLite compares
     * the names of tables: without regard to the case of the letters A to Z, which derived names have in lower case
     * only.
     */
    static final Schema TENANTS = new Schema(
            "tenants.db",
            0x4F726732,
            "PRAGMA quick_check('tenant_collections')",
            List.of(
                    List.of("""
            CREATE TABLE tenant_collections (
                name TEXT NOT NULL COLLATE NOCASE PRIMARY KEY,
                incarnation TEXT NOT NULL UNIQUE,
                staged_for TEXT,
                created_at INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID""", """
            CREATE UNIQUE INDEX tenant_collections_by_staged_for ON tenant_collections (staged_for)
            WHERE staged_for IS NOT NULL"""),
                    List.of(
                            "ALTER TABLE tenant_collections ADD COLUMN file INTEGER",
                            "CREATE TABLE tenant_files (file INTEGER NOT NULL PRIMARY KEY) STRICT"),
                    List.of(
                            USAGE,
                            INDEXES,
                            "CREATE TABLE expiring_files (file INTEGER NOT NULL PRIMARY KEY) STRICT",
                            """
            CREATE TABLE idempotency_records (
                organization_id TEXT NOT NULL,
                key TEXT NOT NULL,
                fingerprint TEXT NOT NULL,
                ids TEXT NOT NULL,
                done INTEGER NOT NULL CHECK (done IN (0, 1)),
                lease_until INTEGER NOT NULL,
                expires_at INTEGER NOT NULL,
                PRIMARY KEY (organization_id, key)
            ) STRICT""",
                            "CREATE INDEX idempotency_records_by_expiry ON idempotency_records (expires_at)",
                            """
            CREATE TABLE document_schemas (
                organization_id TEXT NOT NULL PRIMARY KEY,
                schema TEXT NOT NULL
            ) STRICT"""),
                    WITH_MODELS));

    /**
     * A file with some of the organizations' tables, and which is which. What it says of a table's name is changed
     * together with that name; should the register say otherwise, a move was broken off between the two.
     */
    private static Schema tenantFile(String name) {
        return new Schema(name, 0x4F726733, CHECK_OF_LIST, List.of(List.of(LIST), List.of(USAGE, INDEXES), CHANGES));
    }

    /** A file with the documents of many organizations in one table, and what their indexes have of them in another. */
    private static Schema sharedFile(String name) {
        List<String> all = Stream.of(List.of(LIST, USAGE, INDEXES), CHANGES, SharedTables.CREATE)
                .flatMap(List::stream)
                .toList();
        return new Schema(name, 0x4F726734, CHECK_OF_LIST, List.of(all));
    }

    /** The schema of a file with organizations' documents. */
    static Schema of(TenantFileId file) {
        return file instanceof TenantFileId.Shared ? sharedFile(file.fileName()) : tenantFile(file.fileName());
    }

    private Schemas() {}
}
