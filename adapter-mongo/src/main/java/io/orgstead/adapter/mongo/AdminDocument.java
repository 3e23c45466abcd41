package io.orgstead.adapter.mongo;

import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.CredentialsState;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.OperationId;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.PasswordHash;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** An admin as a document of {@code admins}: the fields of the seed document's schema, and Orgstead's own. */
final class AdminDocument {

    static final String EMAIL = "email";
    static final String PASSWORD = "password";
    static final String LEASE_UNTIL = "lease_until";

    private static final String ORGANIZATION_NAME = "organization_name";
    private static final String CREATED_AT = "created_at";
    private static final String ORGANIZATION_ID = "organization_id";
    private static final String CREDENTIALS_CHANGES = "credentials_changes";
    private static final String PASSWORD_CHANGED_AT = "password_changed_at";
    private static final String LAST_UPDATE = "last_update";

    private AdminDocument() {}

    /** The whole document. */
    static BsonDocument write(Admin admin) {
        BsonDocument document = BsonValues.byId(admin.id().value())
                .append(EMAIL, new BsonString(admin.email().value()))
                .append(PASSWORD, new BsonString(admin.password().reveal()))
                .append(
                        ORGANIZATION_NAME,
                        new BsonString(admin.organizationName().value()))
                .append(CREATED_AT, BsonValues.instant(admin.createdAt()))
                .append(OrganizationDocument.VERSION, new BsonInt64(admin.version()))
                .append(CREDENTIALS_CHANGES, new BsonInt64(admin.credentials().changes()));
        admin.organizationId().ifPresent(id -> document.append(ORGANIZATION_ID, new BsonString(id.value())));
        admin.credentials().changedAt().ifPresent(at -> document.append(PASSWORD_CHANGED_AT, BsonValues.instant(at)));
        admin.lastUpdate().ifPresent(update -> document.append(LAST_UPDATE, new BsonString(update.value())));
        admin.leaseUntil().ifPresent(until -> document.append(LEASE_UNTIL, BsonValues.instant(until)));
        return document;
    }

    /** The update that makes a stored document this admin. */
    static BsonDocument update(Admin admin) {
        return DocumentUpdate.to(write(admin), List.of(ORGANIZATION_ID, PASSWORD_CHANGED_AT, LAST_UPDATE, LEASE_UNTIL));
    }

    /**
     * Reads a document.
     *
     * @throws UnreadableDocumentException if it breaks the schema
     */
    static Admin read(BsonDocument document) {
        try {
            return read(new StoredDocument(document));
        } catch (UnreadableDocumentException | InvalidValueException | IllegalArgumentException e) {
            throw new UnreadableDocumentException(
                    "admins holds a document that cannot be read, _id " + document.get("_id") + ": " + e.getMessage(),
                    e);
        }
    }

    /** Whether a document has an address, in whatever case; the rest of it need not be readable. */
    static boolean isOf(EmailAddress email, BsonDocument document) {
        return new StoredDocument(document)
                .optionalText(EMAIL)
                .map(EmailAddress::restore)
                .filter(email::equals)
                .isPresent();
    }

    private static Admin read(StoredDocument stored) {
        return new Admin(
                new AdminId(stored.id().toHexString()),
                stored.optionalReference(ORGANIZATION_ID).map(OrganizationId::new),
                OrganizationName.restore(stored.text(ORGANIZATION_NAME)),
                EmailAddress.restore(stored.text(EMAIL)),
                // What is no hash verifies no password; the admin is there all the same.
                new PasswordHash(stored.optionalTextOrBytes(PASSWORD).orElse("")),
                stored.createdAt(CREATED_AT),
                new CredentialsState(stored.count(CREDENTIALS_CHANGES), stored.optionalInstant(PASSWORD_CHANGED_AT)),
                stored.optionalText(LAST_UPDATE).map(OperationId::new),
                stored.optionalInstant(LEASE_UNTIL),
                stored.count(OrganizationDocument.VERSION));
    }
}
