package io.orgstead.bootstrap.backup;

/** What a backup is of. */
public enum BackupKind {
    /** All organizations. */
    INSTALLATION("installation"),
    /** One of them. */
    ORGANIZATION("organization");

    private final String id;

    BackupKind(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }
}
