package io.orgstead.adapter.http;

import io.javalin.http.Context;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/**
 * Answers with a problem; if a part of another answer is under way already, the connection is cut, as a client must never be
 * led to take a part for the whole.
 */
final class ProblemWriter {

    private ProblemWriter() {}

    static void write(Context ctx, Problem problem) {
        if (ctx.res().isCommitted()) {
            ServletContextRequest.getServletContextRequest(ctx.req())
                    .getServletChannel()
                    .abort(problem.asException());
            return;
        }
        ctx.header("Cache-Control", SecurityHeaders.NO_STORE);
        ctx.res().setHeader("ETag", null);
        problem.headers().forEach(ctx::header);
        Answers.send(ctx, problem.status(), Problem.MEDIA_TYPE, problem.toJson(RequestId.of(ctx.req())));
    }
}
