package io.orgstead.bootstrap.backup;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The lines of a backup that are no documents of an organization, field by field. Whatever is not as it must be is refused. */
final class Fields {

    private final String place;
    private final Map<String, Value> fields;

    private Fields(String place, Map<String, Value> fields) {
        this.place = place;
        this.fields = fields;
    }

    static Fields of(String place, Document document) {
        return new Fields(place, document.fields());
    }

    static Builder builder() {
        return new Builder();
    }

    /** Refuses fields of other names: what a later version adds must not get lost unnoticed. */
    Fields only(String... names) throws DamagedBackupException {
        for (String name : fields.keySet()) {
            if (!Set.of(names).contains(name)) {
                throw new DamagedBackupException(place + " holds what this version does not know");
            }
        }
        return this;
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    String text(String name) throws DamagedBackupException {
        if (fields.get(name) instanceof Value.Text text) {
            return text.value();
        }
        throw wrong(name);
    }

    long number(String name) throws DamagedBackupException {
        Value value = fields.get(name);
        if (value instanceof Value.Int32 number) {
            return number.value();
        } else if (value instanceof Value.Int64 number) {
            return number.value();
        }
        throw wrong(name);
    }

    boolean bool(String name) throws DamagedBackupException {
        if (fields.get(name) instanceof Value.Bool bool) {
            return bool.value();
        }
        throw wrong(name);
    }

    Instant instant(String name) throws DamagedBackupException {
        if (fields.get(name) instanceof Value.Date date) {
            return Instant.ofEpochMilli(date.epochMillis());
        }
        throw wrong(name);
    }

    Optional<Instant> optionalInstant(String name) throws DamagedBackupException {
        return has(name) ? Optional.of(instant(name)) : Optional.empty();
    }

    Document document(String name) throws DamagedBackupException {
        if (fields.get(name) instanceof Value.Embedded embedded) {
            return embedded.document();
        }
        throw wrong(name);
    }

    Fields fields(String name) throws DamagedBackupException {
        return Fields.of(place, document(name));
    }

    List<Value> list(String name) throws DamagedBackupException {
        if (fields.get(name) instanceof Value.Array array) {
            return array.items();
        }
        throw wrong(name);
    }

    DamagedBackupException wrong(String name) {
        return new DamagedBackupException(place + " has no proper " + name);
    }

    /** Makes such a line. */
    static final class Builder {

        private final Map<String, Value> fields = new LinkedHashMap<>();

        private Builder() {}

        Builder put(String name, Value value) {
            fields.put(name, value);
            return this;
        }

        Builder put(String name, String text) {
            return put(name, new Value.Text(text));
        }

        Builder put(String name, long number) {
            boolean small = number == (int) number;
            return put(name, small ? new Value.Int32((int) number) : new Value.Int64(number));
        }

        Builder put(String name, boolean bool) {
            return put(name, new Value.Bool(bool));
        }

        Builder put(String name, Instant instant) {
            return put(name, new Value.Date(instant.toEpochMilli()));
        }

        Builder put(String name, Builder part) {
            return put(name, new Value.Embedded(part.build()));
        }

        Document build() {
            return Document.of(fields);
        }
    }
}
