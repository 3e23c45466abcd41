package io.orgstead.adapter.http;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentRules;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.SortPosition;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.extendedjson.ExtendedJson;
import io.orgstead.extendedjson.JsonSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cursors of one query of one organization: where a page ends, with what tells query and organization. They are no
 * secret and need no signature: a made-up one leads to another place in the caller's own list, where the caller may go anyway.
 */
final class Cursors {

    private static final String WRONG = "is not a cursor of this query";

    private static final String QUERY = "q";
    private static final String PLACE = "p";

    private final Value.Text query;
    private final int keys;

    private Cursors(Value.Text query, int keys) {
        this.query = query;
        this.keys = keys;
    }

    /** The cursors of a list of these documents in this order, however much of them is shown, and how many at a time. */
    static Cursors of(OrganizationId organization, Document filter, SortOrder order) {
        StringBuilder text = new StringBuilder(organization.value()).append(ExtendedJson.writeLossless(filter));
        order.keys()
                .forEach(key -> text.append('\n')
                        .append(key.ascending() ? '+' : '-')
                        .append(key.path().dotted()));
        return new Cursors(
                new Value.Text(Fingerprint.of(text.toString().getBytes(StandardCharsets.UTF_8))),
                order.keys().size());
    }

    String write(SortPosition place) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put(QUERY, query);
        fields.put(PLACE, new Value.Array(place.keys()));
        String json = ExtendedJson.writeLossless(Document.of(fields));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a cursor.
     *
     * @throws InvalidValueException if it is none, or of another query or organization
     */
    SortPosition read(String text) {
        try {
            byte[] json = Base64.getUrlDecoder().decode(text);
            return place(ExtendedJson.readDocument(new String(json, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException | JsonSyntaxException | InvalidValueException e) {
            throw new InvalidValueException(WRONG);
        }
    }

    private SortPosition place(Document cursor) {
        boolean fits = cursor.get(QUERY).equals(Optional.of(query))
                && cursor.get(PLACE).filter(Value.Array.class::isInstance).isPresent();
        if (!fits) {
            throw new InvalidValueException(WRONG);
        }
        List<Value> values =
                cursor.get(PLACE).map(Value.Array.class::cast).orElseThrow().items();
        if (values.size() != keys) {
            throw new InvalidValueException(WRONG);
        }
        // A store is given nothing here that it would not be given in a document.
        DocumentRules.check(cursor.withId(new Value.Text(PLACE)));
        return new SortPosition(values);
    }
}
