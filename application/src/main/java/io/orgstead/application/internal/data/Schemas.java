package io.orgstead.application.internal.data;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentSchema;
import io.orgstead.domain.failure.SchemaViolatedException;
import io.orgstead.domain.failure.SchemaViolation;
import io.orgstead.domain.organization.OrganizationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Holds what is to be stored against the organization's schema. A schema is set before the documents that are there are looked
 * at; so a writer that looked at the one before looks again when it has written, and takes back what the new one does not allow:
 * whatever it wrote, it is seen by the one or the other.
 */
final class Schemas {

    private final Optional<SchemaPorts> ports;

    Schemas(Optional<SchemaPorts> ports) {
        this.ports = ports;
    }

    /**
     * Writes documents that are as the schema says.
     *
     * @param organization whose
     * @param documents what will be there
     * @param asBatch whether violations are told with the documents' places in the list
     * @param write writes
     * @param wrote whether it did; if not, there is nothing to look at again, and nothing of the caller's to take back
     * @param undo takes back what was written
     * @throws SchemaViolatedException if they are not
     */
    <T> T writing(
            OrganizationId organization,
            List<Document> documents,
            boolean asBatch,
            Supplier<T> write,
            Predicate<T> wrote,
            Runnable undo) {
        Optional<DocumentSchema> before = find(organization);
        require(before, documents, asBatch);
        T result = write.get();
        if (!wrote.test(result)) {
            return result;
        }
        Optional<DocumentSchema> after = find(organization);
        if (!after.equals(before)) {
            try {
                require(after, documents, asBatch);
            } catch (SchemaViolatedException violated) {
                undo.run();
                throw violated;
            }
        }
        return result;
    }

    /** A document that is not as the schema says, by its place in the list, and why. */
    record Violating(int position, SchemaViolatedException reason) {}

    /** Finds the first document that is not as the schema says. */
    Optional<Violating> firstViolating(OrganizationId organization, List<Document> documents) {
        Optional<DocumentSchema> schema = find(organization);
        for (int i = 0; i < documents.size(); i++) {
            try {
                require(schema, documents.subList(i, i + 1), false);
            } catch (SchemaViolatedException violated) {
                return Optional.of(new Violating(i, violated));
            }
        }
        return Optional.empty();
    }

    private Optional<DocumentSchema> find(OrganizationId organization) {
        return ports.flatMap(schemas -> schemas.schemas().find(organization));
    }

    private void require(Optional<DocumentSchema> schema, List<Document> documents, boolean asBatch) {
        if (schema.isEmpty()) {
            return;
        }
        List<SchemaViolation> violations = new ArrayList<>();
        for (int i = 0; i < documents.size() && violations.size() < SchemaViolatedException.MAX_TOLD; i++) {
            String position = Integer.toString(i);
            ports.orElseThrow().validator().violations(schema.get(), documents.get(i)).stream()
                    .map(violation -> asBatch ? violation.within(position) : violation)
                    .forEach(violations::add);
        }
        if (!violations.isEmpty()) {
            throw SchemaViolatedException.by(violations);
        }
    }
}
