package io.orgstead.adapter.http;

import io.javalin.http.Context;

/** Sends bodies. */
final class Answers {

    private Answers() {}

    /** Answers with JSON. */
    static void json(Context ctx, int status, Object body) {
        send(ctx, status, MediaType.JSON, Json.write(body));
    }

    /** Answers with bytes. */
    static void send(Context ctx, int status, String mediaType, byte[] body) {
        ctx.status(status).contentType(mediaType).result(body);
    }

    /** Answers without a body, and so without the content type that Javalin presumes. */
    static void empty(Context ctx, int status) {
        ctx.status(status).res().setContentType(null);
    }
}
