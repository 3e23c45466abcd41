package io.orgstead.bootstrap.backup;

import io.orgstead.application.usecase.backup.BackedUpOrganization;
import io.orgstead.application.usecase.backup.BackedUpOrganization.BackedUpAdmin;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentSchema;
import io.orgstead.domain.data.FieldPath;
import io.orgstead.domain.data.IndexDefinition;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.CredentialsState;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.organization.PasswordHash;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The line with which an organization begins, and back. */
final class OrganizationLine {

    private OrganizationLine() {}

    static Fields.Builder write(BackedUpOrganization organization) {
        Fields.Builder fields = Fields.builder()
                .put("id", organization.id().value())
                .put("name", organization.name().value())
                .put("created_at", organization.createdAt())
                .put("admin", admin(organization.admin()))
                .put(
                        "indexes",
                        new Value.Array(organization.indexes().stream()
                                .map(index ->
                                        (Value) new Value.Embedded(index(index).build()))
                                .toList()));
        organization.schema().ifPresent(schema -> fields.put("schema", schema.json()));
        return fields;
    }

    private static Fields.Builder admin(BackedUpAdmin admin) {
        Fields.Builder fields = Fields.builder()
                .put("id", admin.id().value())
                .put("email", admin.email().value())
                .put("password_hash", admin.password().reveal())
                .put("created_at", admin.createdAt())
                .put("password_changes", admin.credentials().changes());
        admin.credentials().changedAt().ifPresent(changed -> fields.put("password_changed_at", changed));
        return fields;
    }

    private static Fields.Builder index(IndexDefinition index) {
        Map<String, Value> keys = new LinkedHashMap<>();
        index.keys().forEach(key -> keys.put(key.path().dotted(), new Value.Int32(key.ascending() ? 1 : -1)));
        Fields.Builder fields = Fields.builder()
                .put("name", index.name())
                .put("keys", new Value.Embedded(Document.of(keys)))
                .put("unique", index.unique());
        index.expireAfter().ifPresent(expiry -> fields.put("expire_after_seconds", expiry.toSeconds()));
        return fields;
    }

    static BackedUpOrganization read(String place, Fields fields) throws DamagedBackupException {
        fields.only("id", "name", "created_at", "admin", "indexes", "schema");
        try {
            List<IndexDefinition> indexes = new ArrayList<>();
            for (Value index : fields.list("indexes")) {
                if (!(index instanceof Value.Embedded embedded)) {
                    throw fields.wrong("indexes");
                }
                indexes.add(index(Fields.of(place, embedded.document())));
            }
            return new BackedUpOrganization(
                    new OrganizationId(fields.text("id")),
                    OrganizationName.restore(fields.text("name")),
                    fields.instant("created_at"),
                    admin(fields.fields("admin")),
                    indexes,
                    fields.has("schema") ? Optional.of(new DocumentSchema(fields.text("schema"))) : Optional.empty());
        } catch (InvalidValueException e) {
            throw new DamagedBackupException(place + " holds a value that breaks a rule");
        }
    }

    private static BackedUpAdmin admin(Fields fields) throws DamagedBackupException {
        fields.only("id", "email", "password_hash", "created_at", "password_changes", "password_changed_at");
        return new BackedUpAdmin(
                new AdminId(fields.text("id")),
                EmailAddress.restore(fields.text("email")),
                new PasswordHash(fields.text("password_hash")),
                fields.instant("created_at"),
                new CredentialsState(fields.number("password_changes"), fields.optionalInstant("password_changed_at")));
    }

    private static IndexDefinition index(Fields fields) throws DamagedBackupException {
        fields.only("name", "keys", "unique", "expire_after_seconds");
        List<SortOrder.Key> keys = new ArrayList<>();
        for (Map.Entry<String, Value> key : fields.document("keys").fields().entrySet()) {
            keys.add(new SortOrder.Key(
                    new FieldPath(key.getKey()), key.getValue().equals(new Value.Int32(1))));
        }
        return new IndexDefinition(
                fields.text("name"),
                keys,
                fields.bool("unique"),
                fields.has("expire_after_seconds")
                        ? Optional.of(Duration.ofSeconds(fields.number("expire_after_seconds")))
                        : Optional.empty());
    }
}
