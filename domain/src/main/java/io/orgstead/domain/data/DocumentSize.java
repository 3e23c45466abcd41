package io.orgstead.domain.data;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The size of a document: that of its BSON (bsonspec.org), whatever a store makes of it, so that quotas mean the same everywhere. */
public final class DocumentSize {

    private static final int LENGTH = 4;
    private static final int NUL = 1;
    private static final int TYPE = 1;

    private DocumentSize() {}

    /**
     * Measures a document.
     *
     * @param document a document
     * @return bytes
     */
    public static long of(Document document) {
        long size = LENGTH + NUL;
        for (Map.Entry<String, Value> field : document.fields().entrySet()) {
            size += TYPE + utf8(field.getKey()) + NUL + of(field.getValue());
        }
        return size;
    }

    private static long of(Value value) {
        return value.accept(Measure.INSTANCE);
    }

    private static long utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static final class Measure implements Value.Visitor<Long> {

        static final Measure INSTANCE = new Measure();

        @Override
        public Long visitNull() {
            return 0L;
        }

        @Override
        public Long visitBool(Value.Bool value) {
            return 1L;
        }

        @Override
        public Long visitInt32(Value.Int32 value) {
            return 4L;
        }

        @Override
        public Long visitInt64(Value.Int64 value) {
            return 8L;
        }

        @Override
        public Long visitFloat64(Value.Float64 value) {
            return 8L;
        }

        @Override
        public Long visitDecimal(Value.Decimal value) {
            return 16L;
        }

        @Override
        public Long visitText(Value.Text value) {
            return LENGTH + utf8(value.value()) + NUL;
        }

        @Override
        public Long visitBinary(Value.Binary value) {
            // The old form of subtype 2 holds its length twice.
            return (long) LENGTH + 1 + value.bytes().length() + (value.subtype() == 2 ? LENGTH : 0);
        }

        @Override
        public Long visitObjectId(Value.ObjectId value) {
            return 12L;
        }

        @Override
        public Long visitDate(Value.Date value) {
            return 8L;
        }

        @Override
        public Long visitTimestamp(Value.Timestamp value) {
            return 8L;
        }

        @Override
        public Long visitRegex(Value.Regex value) {
            return utf8(value.pattern()) + NUL + utf8(value.options()) + NUL;
        }

        @Override
        public Long visitMinKey() {
            return 0L;
        }

        @Override
        public Long visitMaxKey() {
            return 0L;
        }

        @Override
        public Long visitArray(Value.Array value) {
            long size = LENGTH + NUL;
            for (int i = 0; i < value.items().size(); i++) {
                size += TYPE
                        + Integer.toString(i).length()
                        + NUL
                        + of(value.items().get(i));
            }
            return size;
        }

        @Override
        public Long visitEmbedded(Value.Embedded value) {
            return DocumentSize.of(value.document());
        }

        @Override
        public Long visitForeign(Value.Foreign value) {
            return utf8(value.extendedJson());
        }
    }
}
