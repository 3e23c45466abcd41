package io.orgstead.benchmarks.load.scenario;

import io.orgstead.benchmarks.client.Request;
import io.orgstead.benchmarks.load.Installation;
import io.orgstead.benchmarks.load.Tenant;
import io.orgstead.benchmarks.measure.Scenario;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An organization's own documents, some 200 bytes each, with a number {@code n} that is indexed. */
public final class Documents {

    /** How many documents are inserted at once. */
    public static final int BATCH = 1_000;

    /** Numbers that no find asks for, so that it finds one document however many were inserted meanwhile. */
    private static final long BEYOND = 1_000_000_000;

    private static final int CREATED = 201;

    private Documents() {}

    /** The request that makes a batch of documents, from a number on; {@code _id} is {@code d} and the number. */
    public static byte[] filling(Tenant tenant, int begin, int end) {
        String documents = IntStream.range(begin, Math.min(begin + BATCH, end))
                .mapToObj(number -> "{\"_id\":\"d" + number + "\"," + fields(number))
                .collect(Collectors.joining(",", "[", "]"));
        return Request.authorizedJson("POST", "/org/data", tenant.token(), documents);
    }

    /** The request that makes the index. */
    public static byte[] indexing(Tenant tenant) {
        return Request.authorizedJson("PUT", "/org/indexes", tenant.token(), "{\"keys\":{\"n\":1}}");
    }

    /** {@code GET /org/data/{id}}. */
    public static Scenario get(Installation installation, Tenant tenant, int count, int connections) {
        return installation.scenario(
                "data get",
                connections,
                200,
                number -> Request.authorized("GET", "/org/data/d" + number % count, tenant.token()));
    }

    /** {@code POST /org/data/query} by the index. */
    public static Scenario find(Installation installation, Tenant tenant, int count, int connections) {
        return installation.scenario(
                "data find by index",
                connections,
                200,
                number -> Request.authorizedJson(
                        "POST", "/org/data/query", tenant.token(), "{\"filter\":{\"n\":" + number % count + "}}"));
    }

    /** {@code POST /org/data} of one document. */
    public static Scenario insert(Installation installation, Tenant tenant, int connections) {
        return installation.scenario("data insert", connections, CREATED, number -> insertion(tenant, number));
    }

    /** {@code POST /org/data} of a thousand documents at once. */
    public static Scenario insertMany(Installation installation, Tenant tenant, int connections) {
        String documents = IntStream.range(0, BATCH)
                .mapToObj(number -> "{" + fields(BEYOND + number))
                .collect(Collectors.joining(",", "[", "]"));
        byte[] request = Request.authorizedJson("POST", "/org/data", tenant.token(), documents);
        return installation.scenario("data insert 1,000", connections, CREATED, number -> request);
    }

    /** {@code GET /org/export}, on one connection. */
    public static Scenario export(Installation installation, Tenant tenant) {
        byte[] request = Request.authorized("GET", "/org/export", tenant.token());
        return installation.scenario("data export", 1, 200, number -> request);
    }

    static byte[] insertion(Tenant tenant, long number) {
        return Request.authorizedJson("POST", "/org/data", tenant.token(), "{" + fields(BEYOND + number));
    }

    private static String fields(long number) {
        return "\"n\":" + number % Integer.MAX_VALUE + ",\"name\":\"" + "x".repeat(100)
                + "\",\"at\":{\"$date\":\"2026-01-01T00:00:00Z\"},\"tags\":[\"a\",\"b\",\"c\"]}";
    }
}
