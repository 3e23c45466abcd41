package io.orgstead.application;

import static io.orgstead.application.DataCore.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.application.internal.data.ValueDigest;
import io.orgstead.domain.data.Bytes;
import io.orgstead.domain.data.Decimal128;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.data.ValueType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Documents that differ in anything have different digests, and the same ones the same. */
class ValueDigestTest {

    private static Value binary(int subtype, int... bytes) {
        byte[] content = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            content[i] = (byte) bytes[i];
        }
        return new Value.Binary(subtype, Bytes.of(content));
    }

    private static Value array(Value... items) {
        return new Value.Array(List.of(items));
    }

    private static final String OBJECT_ID = "65f0c0ffee65f0c0ffee0003";

    private static final List<Value> DIFFERENT = List.of(
            Value.Null.INSTANCE,
            new Value.MinKey(),
            new Value.MaxKey(),
            new Value.Bool(true),
            new Value.Bool(false),
            new Value.Int32(0),
            new Value.Int32(1),
            new Value.Int64(0),
            new Value.Int64(1),
            new Value.Float64(0.0),
            new Value.Float64(-0.0),
            new Value.Float64(1.0),
            new Value.Decimal(Decimal128.parse("1")),
            new Value.Decimal(Decimal128.parse("1.0")),
            new Value.Text(""),
            new Value.Text("a"),
            new Value.Text("ab"),
            new Value.Text(OBJECT_ID),
            new Value.ObjectId(OBJECT_ID),
            new Value.ObjectId("75f0c0ffee65f0c0ffee0003"),
            binary(0),
            binary(0, 1),
            binary(2, 1),
            binary(0, 2),
            new Value.Date(0),
            new Value.Date(1),
            new Value.Timestamp(0, 1),
            new Value.Timestamp(1, 0),
            new Value.Regex("ai", ""),
            new Value.Regex("a", "i"),
            new Value.Foreign(ValueType.SYMBOL, "{}"),
            new Value.Foreign(ValueType.SYMBOL, "[]"),
            array(),
            array(new Value.Int32(0)),
            array(new Value.Int32(0), new Value.Int32(0)),
            array(array(new Value.Int32(0)), new Value.Int32(0)),
            array(array(new Value.Int32(0), new Value.Int32(0))),
            new Value.Embedded(Document.empty()),
            new Value.Embedded(document("a", 1, "b", 2)),
            new Value.Embedded(document("b", 2, "a", 1)),
            new Value.Embedded(document("a", 1, "b", 1)));

    private static String digest(Document document) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new ValueDigest(digest).add(document).add(Document.empty());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void tellsValuesApart() {
        Map<String, Value> seen = new LinkedHashMap<>();
        for (Value value : DIFFERENT) {
            Value other = seen.put(digest(document("a", value)), value);
            assertThat(other).as("has the digest of %s", value).isNull();
            assertThat(digest(document("a", value))).isEqualTo(digest(document("a", value)));
        }
    }

    @Test
    void tellsApartWhereAValueEnds() {
        assertThat(digest(document("a", "b", "c", "d"))).isNotEqualTo(digest(document("a", "bc", "d", "")));
        assertThat(digest(document("a", array(new Value.Int32(1)), "b", 2)))
                .isNotEqualTo(digest(document("a", array(new Value.Int32(1), new Value.Int32(2)))));
    }
}
