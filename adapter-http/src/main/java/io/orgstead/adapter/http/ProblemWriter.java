package io.orgstead.adapter.http;

import io.javalin.http.Context;

/** Answers with a problem. */
final class ProblemWriter {

    private ProblemWriter() {}

    static void write(Context ctx, Problem problem) {
        ctx.header("Cache-Control", SecurityHeaders.NO_STORE);
        ctx.res().setHeader("ETag", null);
        problem.headers().forEach(ctx::header);
        Answers.send(ctx, problem.status(), Problem.MEDIA_TYPE, problem.toJson(RequestId.of(ctx.req())));
    }
}
