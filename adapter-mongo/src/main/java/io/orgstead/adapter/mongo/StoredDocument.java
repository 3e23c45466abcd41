package io.orgstead.adapter.mongo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.types.ObjectId;

/** Reads the fields of a document that anybody may have written: strict about what is needed, lenient about the rest. */
final class StoredDocument {

    private static final String ID = "_id";
    private static final DateTimeFormatter TEXTS = DateTimeFormatter.ISO_DATE_TIME;

    private final BsonDocument document;

    StoredDocument(BsonDocument document) {
        this.document = document;
    }

    /** The id, where it is an ObjectId. */
    ObjectId id() {
        return field(ID)
                .filter(BsonValue::isObjectId)
                .map(value -> value.asObjectId().getValue())
                .orElseThrow(() -> new UnreadableDocumentException("_id is no ObjectId", null));
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> new UnreadableDocumentException(name + " is no string", null));
    }

    Optional<String> optionalText(String name) {
        return field(name)
                .filter(BsonValue::isString)
                .map(value -> value.asString().getValue());
    }

    /** A text, which some implementations keep as the bytes that their library made of it. */
    Optional<String> optionalTextOrBytes(String name) {
        return optionalText(name)
                .or(() -> field(name)
                        .filter(BsonValue::isBinary)
                        .map(value -> new String(value.asBinary().getData(), StandardCharsets.UTF_8)));
    }

    /** The text form of a reference, which some implementations keep as an ObjectId and others as its text. */
    Optional<String> optionalReference(String name) {
        return field(name)
                .filter(BsonValue::isObjectId)
                .map(value -> value.asObjectId().getValue().toHexString())
                .or(() -> optionalText(name).filter(ObjectId::isValid).map(text -> text.toLowerCase(Locale.ROOT)));
    }

    Optional<Instant> optionalInstant(String name) {
        return field(name)
                .filter(BsonValue::isDateTime)
                .map(value -> Instant.ofEpochMilli(value.asDateTime().getValue()));
    }

    /** When the document was created, as it says itself, else as its id says. Some implementations write a text. */
    Instant createdAt(String name) {
        return optionalInstant(name)
                .or(() -> optionalText(name).flatMap(StoredDocument::instant))
                .orElseGet(() -> Instant.ofEpochSecond(Integer.toUnsignedLong(id().getTimestamp())));
    }

    /** The time that an ISO 8601 text tells, in UTC where it does not say, to the millisecond as MongoDB keeps it. */
    private static Optional<Instant> instant(String text) {
        try {
            TemporalAccessor time =
                    TEXTS.parseBest(text.strip().replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
            Instant instant = time instanceof OffsetDateTime zoned
                    ? zoned.toInstant()
                    : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
            return Optional.of(instant.truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A count, 0 where there is none. Any type of number will do, if it is a whole one from 0 on. */
    long count(String name) {
        return field(name)
                .filter(BsonValue::isNumber)
                .map(value -> whole(name, value))
                .orElse(0L);
    }

    private static long whole(String name, BsonValue value) {
        try {
            BigDecimal number = value.isDecimal128()
                    ? value.asDecimal128().getValue().bigDecimalValue()
                    : value.isDouble()
                            ? new BigDecimal(value.asDouble().getValue())
                            : BigDecimal.valueOf(value.asNumber().longValue());
            if (number.signum() >= 0) {
                return number.longValueExact();
            }
        } catch (ArithmeticException | NumberFormatException e) {
            throw new UnreadableDocumentException(name + " is no count", e);
        }
        throw new UnreadableDocumentException(name + " is no count", null);
    }

    /** Whether the document has an id that this adapter's documents have, and if not it goes behind those that do. */
    static Comparator<BsonDocument> byAge() {
        return Comparator.comparing(
                (BsonDocument document) ->
                        document.isObjectId(ID) ? document.getObjectId(ID).getValue() : null,
                Comparator.nullsLast(Comparator.naturalOrder()));
    }

    Optional<StoredDocument> optionalDocument(String name) {
        return field(name).filter(BsonValue::isDocument).map(value -> new StoredDocument(value.asDocument()));
    }

    private Optional<BsonValue> field(String name) {
        return Optional.ofNullable(document.get(name));
    }
}
