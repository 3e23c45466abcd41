package io.orgstead.benchmarks.bare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.Handler;

/** Javalin with one route. */
final class BareJavalin {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private BareJavalin() {}

    /** Answers the same bytes each time. */
    static int constant(byte[] answer) {
        return start(ctx -> send(ctx, answer));
    }

    /** Answers with what is found. */
    static int finding(BareFind find) {
        return start(ctx -> send(ctx, found(find, String.valueOf(ctx.queryParam("collection")))));
    }

    private static byte[] found(BareFind find, String collection) throws JsonProcessingException {
        return MAPPER.writeValueAsBytes(find.find(collection));
    }

    private static void send(Context ctx, byte[] answer) {
        ctx.contentType("application/json").result(answer);
    }

    private static int start(Handler handler) {
        Javalin javalin = Javalin.create(config -> {
            config.jetty.threadPool = BareThreads.create();
            config.routes.get("/org/get", handler);
        });
        return javalin.start("127.0.0.1", 0).port();
    }
}
