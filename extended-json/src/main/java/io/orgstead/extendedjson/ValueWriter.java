package io.orgstead.extendedjson;

import com.fasterxml.jackson.core.JsonGenerator;
import io.orgstead.domain.data.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** Writes values to a generator. */
final class ValueWriter implements Value.Visitor<Boolean> {

    private final JsonGenerator json;
    private final boolean relaxed;

    /** @param relaxed whether a {@code long} may be written like an {@code int} */
    ValueWriter(JsonGenerator json, boolean relaxed) {
        this.json = json;
        this.relaxed = relaxed;
    }

    void write(Value value) throws IOException {
        try {
            value.accept(this);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** A step of writing. Visitors cannot throw what it throws. */
    @FunctionalInterface
    private interface Step {
        void take() throws IOException;
    }

    private static Boolean done(Step step) {
        try {
            step.take();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void wrapped(String name, String text) throws IOException {
        json.writeStartObject();
        json.writeStringField(name, text);
        json.writeEndObject();
    }

    @Override
    public Boolean visitNull() {
        return done(json::writeNull);
    }

    @Override
    public Boolean visitBool(Value.Bool value) {
        return done(() -> json.writeBoolean(value.value()));
    }

    @Override
    public Boolean visitInt32(Value.Int32 value) {
        return done(() -> json.writeNumber(value.value()));
    }

    @Override
    public Boolean visitInt64(Value.Int64 value) {
        boolean mistakable = value.value() == (int) value.value();
        return done(() -> {
            if (relaxed || !mistakable) {
                json.writeNumber(value.value());
            } else {
                wrapped("$numberLong", Long.toString(value.value()));
            }
        });
    }

    /** Java's text of a double always has a point, so it never looks like a whole number. */
    @Override
    public Boolean visitFloat64(Value.Float64 value) {
        return done(() -> {
            if (Double.isFinite(value.value())) {
                json.writeNumber(value.value());
            } else {
                wrapped("$numberDouble", Double.toString(value.value()));
            }
        });
    }

    @Override
    public Boolean visitDecimal(Value.Decimal value) {
        return done(() -> wrapped("$numberDecimal", value.value().toString()));
    }

    @Override
    public Boolean visitText(Value.Text value) {
        return done(() -> json.writeString(value.value()));
    }

    @Override
    public Boolean visitBinary(Value.Binary value) {
        return done(() -> {
            json.writeStartObject();
            json.writeObjectFieldStart("$binary");
            json.writeStringField("base64", value.bytes().toBase64());
            json.writeStringField("subType", String.format("%02x", value.subtype()));
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    @Override
    public Boolean visitObjectId(Value.ObjectId value) {
        return done(() -> wrapped("$oid", value.hex()));
    }

    @Override
    public Boolean visitDate(Value.Date value) {
        return done(() -> {
            Optional<String> text = Dates.format(value.epochMillis());
            if (text.isPresent()) {
                wrapped("$date", text.get());
            } else {
                json.writeStartObject();
                json.writeFieldName("$date");
                wrapped("$numberLong", Long.toString(value.epochMillis()));
                json.writeEndObject();
            }
        });
    }

    @Override
    public Boolean visitTimestamp(Value.Timestamp value) {
        return done(() -> {
            json.writeStartObject();
            json.writeObjectFieldStart("$timestamp");
            json.writeNumberField("t", value.seconds());
            json.writeNumberField("i", value.increment());
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    @Override
    public Boolean visitRegex(Value.Regex value) {
        return done(() -> {
            json.writeStartObject();
            json.writeObjectFieldStart("$regularExpression");
            json.writeStringField("pattern", value.pattern());
            json.writeStringField("options", value.options());
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    @Override
    public Boolean visitMinKey() {
        return done(() -> key("$minKey"));
    }

    @Override
    public Boolean visitMaxKey() {
        return done(() -> key("$maxKey"));
    }

    private void key(String name) throws IOException {
        json.writeStartObject();
        json.writeNumberField(name, 1);
        json.writeEndObject();
    }

    @Override
    public Boolean visitArray(Value.Array value) {
        return done(() -> {
            json.writeStartArray();
            value.items().forEach(item -> item.accept(this));
            json.writeEndArray();
        });
    }

    @Override
    public Boolean visitEmbedded(Value.Embedded value) {
        return done(() -> {
            json.writeStartObject();
            for (Map.Entry<String, Value> field : value.document().fields().entrySet()) {
                json.writeFieldName(field.getKey());
                field.getValue().accept(this);
            }
            json.writeEndObject();
        });
    }

    @Override
    public Boolean visitForeign(Value.Foreign value) {
        return done(() -> json.writeRawValue(value.extendedJson()));
    }
}
