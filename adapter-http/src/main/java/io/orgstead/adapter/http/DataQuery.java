package io.orgstead.adapter.http;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentQuery;
import io.orgstead.domain.data.Filter;
import io.orgstead.domain.data.FilterParser;
import io.orgstead.domain.data.Projection;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.organization.OrganizationId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A list that a client asks for: as query parameters, or as the same in a body.
 *
 * @param query what is asked for
 * @param cursors make the cursor of the next page
 */
record DataQuery(DocumentQuery query, Cursors cursors) {

    static final String FILTER = "filter";

    private static final String SORT = "sort";
    private static final String FIELDS = "fields";
    private static final String LIMIT = "limit";
    private static final String CURSOR = "cursor";
    private static final Set<String> NAMES = Set.of(FILTER, SORT, FIELDS, LIMIT, CURSOR);

    /**
     * Reads query parameters.
     *
     * @throws ProblemException (invalid_request) saying what is wrong with which
     */
    static DataQuery of(QueryString parameters, OrganizationId organization) {
        Violations violations = new Violations();
        parameters.rejectOthersThan(NAMES, violations);
        return of(
                parameters.optional(FILTER, violations, JsonText::document),
                parameters.optional(SORT, violations, JsonText::document),
                parameters.optional(FIELDS, violations, DataQuery::fields),
                parameters.optional(LIMIT, violations, DataQuery::limit),
                parameters.optional(CURSOR, violations, Function.identity()),
                organization,
                violations);
    }

    /**
     * Reads a body.
     *
     * @throws ProblemException (invalid_request) saying what is wrong with which field
     */
    static DataQuery of(Document body, OrganizationId organization) {
        Violations violations = new Violations();
        DocumentFields fields = new DocumentFields(body, violations);
        DataQuery read = of(
                fields.optional(FILTER, JsonText::document),
                fields.optional(SORT, JsonText::document),
                fields.optional(FIELDS, DataQuery::fields),
                fields.optional(LIMIT, DocumentFields::int32),
                fields.optional(CURSOR, DocumentFields::text),
                organization,
                fields.rejectUnknown());
        return read;
    }

    private static DataQuery of(
            Optional<Document> filter,
            Optional<Document> sort,
            Optional<Projection> fields,
            Optional<Integer> limit,
            Optional<String> cursor,
            OrganizationId organization,
            Violations violations) {
        Document conditions = filter.orElse(Document.empty());
        Filter parsed = filter(conditions, violations);
        SortOrder order = violations
                .make(SORT, () -> SortOrder.parse(sort.orElse(Document.empty())))
                .orElse(SortOrder.BY_ID);
        Cursors cursors = Cursors.of(organization, conditions, order);
        var place = cursor.flatMap(text -> violations.make(CURSOR, () -> cursors.read(text)));
        Optional<DocumentQuery> query = violations.make(
                LIMIT,
                () -> new DocumentQuery(
                        parsed,
                        order,
                        fields.orElse(Projection.ALL),
                        limit.orElse(DocumentQuery.DEFAULT_LIMIT),
                        place));
        violations.throwIfAny();
        return new DataQuery(query.orElseThrow(), cursors);
    }

    /** The filter alone, for what takes nothing else; which documents are meant must be said if it is required. */
    static Filter filter(QueryString parameters, boolean required) {
        Violations violations = new Violations();
        parameters.rejectOthersThan(Set.of(FILTER), violations);
        Optional<Document> given = required
                ? parameters.required(FILTER, violations, JsonText::document)
                : parameters.optional(FILTER, violations, JsonText::document);
        Filter filter = filter(given.orElse(Document.empty()), violations);
        violations.throwIfAny();
        return filter;
    }

    private static Filter filter(Document conditions, Violations violations) {
        return violations.make(FILTER, () -> FilterParser.parse(conditions)).orElse(Filter.all());
    }

    /** Names with commas in between, or JSON: a list of names, or an object of 1s or 0s. */
    static Projection fields(String text) {
        boolean json = text.startsWith("{") || text.startsWith("[");
        return json
                ? fields(JsonText.value(text))
                : Projection.only(
                        Arrays.stream(text.split(",", -1)).map(String::strip).toList());
    }

    private static Projection fields(Value value) {
        if (value instanceof Value.Array array) {
            List<String> names =
                    array.items().stream().map(DocumentFields::text).toList();
            return Projection.only(names);
        }
        return value instanceof Value.Text names ? fields(names.value()) : Projection.parse(JsonText.document(value));
    }

    private static int limit(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new InvalidValueException("must be 1 to " + DocumentQuery.MAX_LIMIT);
        }
        return Integer.parseInt(text);
    }
}
