package io.orgstead.adapter.mongo;

import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.CollectionIncarnation;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Operation;
import io.orgstead.domain.organization.OperationId;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.OrganizationStatus;
import io.orgstead.domain.organization.TenantHome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/**
 * An organization as a document of {@code organizations}: the fields of the seed document's schema, and Orgstead's own
 * {@value #STATUS}, {@value #VERSION}, {@value #CLAIMS} and {@value #OPERATION}.
 *
 * <p>Whether a change is under way is told by {@value #OPERATION} alone: other implementations have fields named
 * {@value #STATUS} of their own.
 */
final class OrganizationDocument {

    static final String NAME = "organization_name";
    static final String COLLECTION = "collection_name";
    static final String ADMIN = "admin_id";
    static final String VERSION = "version";
    static final String CLAIMS = "claims";
    static final String OPERATION = "operation";
    static final String LEASE_UNTIL = "lease_until";

    private static final String ADMIN_EMAIL = "admin_email";
    private static final String CREATED_AT = "created_at";
    private static final String STATUS = "status";
    private static final String OPERATION_ID = "id";
    private static final String TARGET_NAME = "target_name";
    private static final String INCARNATION = "collection_incarnation";
    private static final String HOME = "home";
    private static final String DESTINATION = "destination";
    private static final String ISOLATION = "isolation";

    private OrganizationDocument() {}

    /** The whole document. */
    static BsonDocument write(Organization organization) {
        BsonDocument document = BsonValues.byId(organization.id().value())
                .append(NAME, new BsonString(organization.name().value()))
                .append(COLLECTION, new BsonString(organization.collection().value()))
                .append(ADMIN, new BsonString(organization.adminId().value()))
                .append(ADMIN_EMAIL, new BsonString(organization.adminEmail().value()))
                .append(CREATED_AT, BsonValues.instant(organization.createdAt()))
                .append(STATUS, new BsonString(organization.status().name().toLowerCase(Locale.ROOT)))
                .append(VERSION, new BsonInt64(organization.version()))
                .append(CLAIMS, claims(organization));
        organization.operation().ifPresent(operation -> document.append(OPERATION, write(operation)));
        organization.home().ifPresent(home -> document.append(HOME, write(home)));
        return document;
    }

    /** The update that makes a stored document this organization. */
    static BsonDocument update(Organization organization) {
        return DocumentUpdate.to(write(organization), List.of(OPERATION, HOME));
    }

    /**
     * Reads a document.
     *
     * @throws UnreadableDocumentException if it breaks the schema
     */
    static Organization read(BsonDocument document) {
        try {
            return read(new StoredDocument(document));
        } catch (UnreadableDocumentException | InvalidValueException | IllegalArgumentException e) {
            throw new UnreadableDocumentException(
                    "organizations holds a document that cannot be read, _id " + document.get("_id") + ": "
                            + e.getMessage(),
                    e);
        }
    }

    private static Organization read(StoredDocument stored) {
        Optional<StoredDocument> operation = stored.optionalDocument(OPERATION);
        return new Organization(
                new OrganizationId(stored.id().toHexString()),
                OrganizationName.restore(stored.text(NAME)),
                collection(stored.text(COLLECTION)),
                stored.optionalReference(ADMIN)
                        .map(AdminId::new)
                        .orElseThrow(() -> new UnreadableDocumentException(ADMIN + " is no id", null)),
                EmailAddress.restore(stored.text(ADMIN_EMAIL)),
                stored.createdAt(CREATED_AT),
                operation.isPresent() ? status(stored.text(STATUS)) : OrganizationStatus.ACTIVE,
                operation.map(OrganizationDocument::readOperation),
                stored.optionalDocument(HOME).map(OrganizationDocument::readHome),
                stored.count(VERSION));
    }

    private static CollectionName collection(String stored) {
        try {
            return new CollectionName(stored);
        } catch (InvalidValueException e) {
            throw new UnreadableDocumentException(COLLECTION + " " + e.getMessage(), e);
        }
    }

    private static OrganizationStatus status(String stored) {
        return OrganizationStatus.valueOf(stored.toUpperCase(Locale.ROOT));
    }

    private static Operation readOperation(StoredDocument stored) {
        return new Operation(
                new OperationId(stored.text(OPERATION_ID)),
                stored.optionalInstant(LEASE_UNTIL)
                        .orElseThrow(() -> new UnreadableDocumentException(LEASE_UNTIL + " is no date", null)),
                stored.optionalText(TARGET_NAME).map(OrganizationName::restore),
                stored.optionalText(INCARNATION).map(CollectionIncarnation::new),
                stored.optionalDocument(DESTINATION).map(OrganizationDocument::readHome));
    }

    private static TenantHome readHome(StoredDocument stored) {
        return new TenantHome(
                IsolationModel.valueOf(stored.text(ISOLATION).toUpperCase(Locale.ROOT)),
                new CollectionIncarnation(stored.text(INCARNATION)));
    }

    private static BsonDocument write(TenantHome home) {
        return new BsonDocument(ISOLATION, new BsonString(home.model().name().toLowerCase(Locale.ROOT)))
                .append(INCARNATION, new BsonString(home.incarnation().value()));
    }

    private static BsonDocument write(Operation operation) {
        BsonDocument document = new BsonDocument(
                        OPERATION_ID, new BsonString(operation.id().value()))
                .append(LEASE_UNTIL, BsonValues.instant(operation.leaseUntil()));
        operation.targetName().ifPresent(name -> document.append(TARGET_NAME, new BsonString(name.value())));
        operation
                .incarnation()
                .ifPresent(incarnation -> document.append(INCARNATION, new BsonString(incarnation.value())));
        operation.destination().ifPresent(home -> document.append(DESTINATION, write(home)));
        return document;
    }

    private static BsonArray claims(Organization organization) {
        return new BsonArray(Stream.of(organization.collection(), organization.targetCollection())
                .distinct()
                .map(name -> new BsonString(name.value()))
                .toList());
    }
}
