package io.orgstead.bootstrap;

/**
 * Every setting of the server: what it is called, what holds without it, and what it means. The only place where that
 * stands: the help, the completion of shells and docs/configuration.md are made of it, and all names follow from the
 * constant's, see {@link SettingName}.
 */
enum Setting {
    HTTP_HOST("127.0.0.1", "address to listen on; 0.0.0.0 for all"),
    HTTP_PORT("8080", "port to listen on; 0 picks a free one, and the log says which"),
    HTTP_REDIRECT_PORT("", "with TLS: port that redirects plain HTTP to https; unset: none"),
    TLS_CERT("", "PEM file of the server's certificate and its issuers'; with ORGSTEAD_TLS_KEY: https instead of http"),
    TLS_KEY("", "PEM file of the certificate's private key, unencrypted"),
    TLS_MIN_VERSION("1.3", "oldest version of TLS that is spoken: 1.2 or 1.3"),
    CORS_ORIGINS("", "comma-separated origins whose web pages may use the API, such as https://app.example.com"),
    MONGODB_URI(Content.SECRET, "", "MongoDB to use; unset: the embedded store"),
    MONGODB_DATABASE("master_db", "MongoDB database, at most 38 bytes"),
    DATA_DIR("./orgstead-data", "folder of the embedded store and of a generated JWT secret"),
    ISOLATION(
            "collection",
            "how the documents of organizations to be created are kept apart: collection, database or shared;"
                    + " existing ones stay as they are until they are moved"),
    JWT_SECRET(
            Content.SECRET,
            "",
            "key of the access tokens, at least 32 bytes; generated once with the embedded store, required with MongoDB"),
    JWT_TTL("30m", "how long an access token holds: 1s to 30d"),
    BCRYPT_COST("12", "work factor of password hashes: 10 to 16"),
    RATE_LIMIT("100/1m", "requests per client address and time; off: no limit"),
    LOGIN_LIMIT(
            "10/15m",
            "failed logins in a row of an address from a client, and the longest delay after them; off: no limit;"
                    + " unset: off with ORGSTEAD_RATE_LIMIT"),
    DELETE_GRACE("0s", "how long a deleted organization can be restored before it is removed: 0s to 365d"),
    BACKUP_DIR("", "folder for a backup of everything each day; unset: none is made"),
    BACKUP_AT("02:00", "time of day of these backups, in UTC"),
    BACKUP_KEEP("7", "how many of these backups to keep: 1 to 10000"),
    TRUSTED_PROXIES("", "comma-separated CIDRs of proxies whose X-Forwarded-For counts"),
    MAX_BODY("1MiB", "largest request body: 1KiB to 16MiB"),
    QUOTA_DOCUMENTS("off", "most documents that an organization may keep; off: no limit"),
    QUOTA_BYTES(
            "off",
            "most bytes that an organization's documents may have together, such as 500MiB or 20GiB; off: no limit"),
    QUOTA_DOCUMENT_BYTES("1MiB", "most bytes that a document may have: 1KiB to 15MiB"),
    QUOTA_INDEXES("10", "most indexes that an organization may have: 0 to 50"),
    METRICS(
            "local",
            "who may read /metrics: local (programs on this machine, on the API's port), off, or HOST:PORT to serve it"
                    + " there to whoever comes"),
    LOG_FORMAT("", "text or json; unset: text on a terminal, else json");

    static final String PREFIX = "ORGSTEAD_";

    /** Names with this prefix steer the tests of this software, and mean nothing to the server. */
    static final String TEST_PREFIX = PREFIX + "TEST_";

    /** Whether a setting's value may be seen. */
    enum Content {
        /** By everybody. */
        PUBLIC,
        /** By nobody: it is never printed, no flag takes it, and it can be kept in a file of its own. */
        SECRET
    }

    private final Content content;
    private final String defaultText;
    private final String meaning;

    Setting(String defaultText, String meaning) {
        this(Content.PUBLIC, defaultText, meaning);
    }

    Setting(Content content, String defaultText, String meaning) {
        this.content = content;
        this.defaultText = defaultText;
        this.meaning = meaning;
    }

    boolean isSecret() {
        return content == Content.SECRET;
    }

    /** The environment variable, by which messages call a setting that is not given. */
    String variable() {
        return PREFIX + name();
    }

    /** The text that holds where none is given; empty where that is no text. */
    String defaultText() {
        return defaultText;
    }

    String meaning() {
        return meaning;
    }
}
