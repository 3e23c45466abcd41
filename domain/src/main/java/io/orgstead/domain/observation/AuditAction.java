package io.orgstead.domain.observation;

/** What is audited. Each is stable: programs may key on its {@linkplain #id() id}, which never changes once released. */
public enum AuditAction {
    /** An admin logs in. */
    LOGIN("login"),
    /** An access token is shown that does not hold. Tokens that hold leave no line of their own. */
    TOKEN_CHECK("token-check"),
    /** An organization is created with its admin. */
    ORGANIZATION_CREATION("organization-creation"),
    /** An organization gets another name. */
    ORGANIZATION_RENAME("organization-rename"),
    /** An admin gets another email address. */
    EMAIL_CHANGE("email-change"),
    /** An admin gets another password. */
    PASSWORD_CHANGE("password-change"),
    /** An update that does not get as far as to tell what it changes, or changes nothing. */
    ORGANIZATION_UPDATE("organization-update"),
    /** An organization is deleted: locked for good, or until its grace period ends. */
    ORGANIZATION_DELETION("organization-deletion"),
    /** A deletion is taken back within its grace period. */
    ORGANIZATION_RESTORATION("organization-restoration"),
    /** Everything of a deleted organization is gone: each store was asked afterwards. */
    ORGANIZATION_PURGE("organization-purge"),
    /** An organization's documents are removed, many at a time. */
    DOCUMENTS_DELETION("documents-deletion"),
    /** All documents of an organization are handed out. */
    DOCUMENTS_EXPORT("documents-export"),
    /** An organization takes in any number of documents. */
    DOCUMENTS_IMPORT("documents-import"),
    /** An organization is made of a backup, with its admin and its documents. */
    BACKUP_RESTORATION("backup-restoration"),
    /** An organization's documents get an index. */
    INDEX_CREATION("index-creation"),
    /** An organization's documents get another schema, or none. */
    SCHEMA_CHANGE("schema-change"),
    /** An organization's documents lose an index. */
    INDEX_DELETION("index-deletion"),
    /** A creation that was interrupted is undone. Nobody asked for it: there is no actor. */
    RECOVERED_CREATION("recovered-creation"),
    /** An organization's documents go to another home. */
    ORGANIZATION_MOVE("organization-move"),
    /** A move that was interrupted is carried through, or undone. */
    RECOVERED_MOVE("recovered-move"),
    /** An update that was interrupted is carried through, or undone. */
    RECOVERED_UPDATE("recovered-update"),
    /** A deletion that was interrupted is carried through. */
    RECOVERED_DELETION("recovered-deletion");

    private final String id;

    AuditAction(String id) {
        this.id = id;
    }

    /**
     * The action as programs see it.
     *
     * @return lower-case words with hyphens
     */
    public String id() {
        return id;
    }
}
