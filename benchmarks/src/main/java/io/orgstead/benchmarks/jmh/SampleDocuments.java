package io.orgstead.benchmarks.jmh;

import io.orgstead.domain.data.Document;
import io.orgstead.extendedjson.ExtendedJson;
import io.orgstead.extendedjson.JsonSyntaxException;

/** What the benchmarks work on. */
public final class SampleDocuments {

    /** A document of some 300 bytes with values of many types. */
    public static final String DOCUMENT = "{\"_id\":\"d1\",\"n\":41,\"name\":\"" + "x".repeat(100)
            + "\",\"at\":{\"$date\":\"2026-01-01T00:00:00Z\"},\"price\":{\"$numberDecimal\":\"19.99\"},"
            + "\"tags\":[\"a\",\"b\",\"c\"],\"owner\":{\"$oid\":\"5a0000000000000000000001\"},"
            + "\"size\":{\"h\":1.5,\"w\":2.25,\"unit\":\"cm\"},\"big\":12345678901,\"open\":true,\"none\":null}";

    /** A filter of several conditions that means it. */
    public static final String FILTER = "{\"n\":{\"$gte\":10,\"$lt\":100},\"tags\":{\"$in\":[\"a\",\"z\"]},"
            + "\"$or\":[{\"size.unit\":\"cm\"},{\"open\":false}]}";

    private SampleDocuments() {}

    /** One of them, read. */
    public static Document read(String json) {
        try {
            return ExtendedJson.readDocument(json);
        } catch (JsonSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
