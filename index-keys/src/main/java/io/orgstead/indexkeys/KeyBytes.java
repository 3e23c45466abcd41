package io.orgstead.indexkeys;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.data.ValueOrder;
import io.orgstead.domain.data.ValueType;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Values as bytes that compare, each as a number from 0 to 255, as {@link ValueOrder} compares the values, and are the same
 * for values that are equal there. No value's bytes are the beginning of another's, so that those of several in a row
 * compare like the rows.
 *
 * <p>What is long is cut, and its digest put in the place of the rest: still the same for equal values only.
 */
public final class KeyBytes {

    static final int MOST_WHOLE = 512;

    private static final int CLASS_OFFSET = 2;
    private static final int END = 0;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private KeyBytes() {}

    /**
     * The bytes of several values in a row.
     *
     * @param values them
     * @return the bytes of each behind those of the one before
     */
    public static byte[] of(List<Value> values) {
        ByteArrayOutputStream row = new ByteArrayOutputStream();
        values.forEach(value -> row.writeBytes(of(value)));
        return row.toByteArray();
    }

    /**
     * The bytes of a value.
     *
     * @param value the value
     * @return its bytes, of a bounded length
     */
    public static byte[] of(Value value) {
        byte[] whole = whole(value);
        if (whole.length <= MOST_WHOLE) {
            return whole;
        }
        byte[] digest = digest(whole);
        byte[] cut = Arrays.copyOf(whole, MOST_WHOLE + digest.length);
        System.arraycopy(digest, 0, cut, MOST_WHOLE, digest.length);
        return cut;
    }

    /**
     * What the bytes of all values that may be equal to one begin with.
     *
     * @param value the value
     * @return its bytes, or what is left of them where they are cut
     */
    public static byte[] beginning(Value value) {
        byte[] whole = whole(value);
        return whole.length <= MOST_WHOLE ? whole : Arrays.copyOf(whole, MOST_WHOLE);
    }

    /**
     * What the bytes of all values of one class begin with: those that comparisons do not leave.
     *
     * @param value one of them
     * @return the beginning, and the beginning of nothing else
     */
    public static byte[] ofClass(Value value) {
        return new byte[] {(byte) (ValueOrder.classOf(value) + CLASS_OFFSET)};
    }

    /**
     * The least bytes that are greater than all that begin in one way.
     *
     * @param beginning how they begin; not all bits of it are set
     * @return the end of their range
     */
    public static byte[] behind(byte[] beginning) {
        int length = beginning.length;
        while (beginning[length - 1] == (byte) 0xff) {
            length--;
        }
        byte[] behind = Arrays.copyOf(beginning, length);
        behind[length - 1]++;
        return behind;
    }

    private static byte[] digest(byte[] whole) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(whole);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] whole(Value value) {
        KeyBytes key = new KeyBytes();
        key.append(value);
        return key.bytes.toByteArray();
    }

    private void append(Value value) {
        bytes.writeBytes(ofClass(value));
        value.accept(new Content());
    }

    private void append(String text) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            bytes.write(b);
            if (b == END) {
                bytes.write(0xff);
            }
        }
        bytes.write(END);
        bytes.write(END);
    }

    private void append(Document document) {
        for (Map.Entry<String, Value> field : document.fields().entrySet()) {
            bytes.writeBytes(ofClass(field.getValue()));
            append(field.getKey());
            append(field.getValue());
        }
        bytes.write(END);
    }

    /** The sign bit turned, so that negative numbers come first. */
    private static byte[] signed(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number ^ Long.MIN_VALUE).array();
    }

    private static byte[] unsigned(long number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt((int) number).array();
    }

    /** What follows the class. */
    private final class Content implements Value.Visitor<Boolean> {

        private Boolean with(byte[] content) {
            bytes.writeBytes(content);
            return true;
        }

        @Override
        public Boolean visitNull() {
            return true;
        }

        @Override
        public Boolean visitBool(Value.Bool value) {
            return with(new byte[] {(byte) (value.value() ? 1 : 0)});
        }

        @Override
        public Boolean visitInt32(Value.Int32 value) {
            return with(NumberBytes.of(value.value()));
        }

        @Override
        public Boolean visitInt64(Value.Int64 value) {
            return with(NumberBytes.of(value.value()));
        }

        @Override
        public Boolean visitFloat64(Value.Float64 value) {
            return with(NumberBytes.of(value.value()));
        }

        @Override
        public Boolean visitDecimal(Value.Decimal value) {
            return with(NumberBytes.of(value.value()));
        }

        /** A symbol of a document that another program wrote is of the same class, and greater. */
        @Override
        public Boolean visitText(Value.Text value) {
            bytes.write(1);
            append(value.value());
            return true;
        }

        @Override
        public Boolean visitForeign(Value.Foreign value) {
            if (value.type() != ValueType.UNDEFINED) {
                bytes.write(2);
                append(value.extendedJson());
            }
            return true;
        }

        /** By length, then by subtype; the old form of subtype 2 holds its length twice. */
        @Override
        public Boolean visitBinary(Value.Binary value) {
            long length = (long) value.bytes().length() + (value.subtype() == 2 ? Integer.BYTES : 0);
            with(unsigned(length));
            bytes.write(value.subtype());
            return with(value.bytes().toArray());
        }

        @Override
        public Boolean visitObjectId(Value.ObjectId value) {
            return with(HexFormat.of().parseHex(value.hex()));
        }

        @Override
        public Boolean visitDate(Value.Date value) {
            return with(signed(value.epochMillis()));
        }

        @Override
        public Boolean visitTimestamp(Value.Timestamp value) {
            with(unsigned(value.seconds()));
            return with(unsigned(value.increment()));
        }

        @Override
        public Boolean visitRegex(Value.Regex value) {
            append(value.pattern());
            append(value.options());
            return true;
        }

        @Override
        public Boolean visitMinKey() {
            return true;
        }

        @Override
        public Boolean visitMaxKey() {
            return true;
        }

        @Override
        public Boolean visitArray(Value.Array value) {
            value.items().forEach(KeyBytes.this::append);
            bytes.write(END);
            return true;
        }

        @Override
        public Boolean visitEmbedded(Value.Embedded value) {
            append(value.document());
            return true;
        }
    }
}
