package io.orgstead.adapter.http;

import io.javalin.http.Context;
import java.util.Collections;

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

    /**
     * Answers with content that clients may keep, but have to ask for again each time: without it if they have it
     * already.
     */
    static void tagged(Context ctx, String mediaType, byte[] body, String etag) {
        ctx.header("ETag", etag);
        ctx.header("Cache-Control", "no-cache");
        if (Etags.matches(Collections.list(ctx.req().getHeaders("If-None-Match")), etag)) {
            empty(ctx, 304);
        } else {
            send(ctx, 200, mediaType, body);
        }
    }

    /** Answers without a body, and so without the content type that Javalin presumes. */
    static void empty(Context ctx, int status) {
        ctx.status(status).res().setContentType(null);
    }
}
