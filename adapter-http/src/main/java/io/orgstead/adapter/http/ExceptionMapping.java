package io.orgstead.adapter.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.orgstead.domain.failure.DomainException;
import io.orgstead.domain.failure.FailureCode;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever a handler throws into a problem. What nobody foresaw goes to the log and stays out of the answer. */
final class ExceptionMapping {

    private static final Logger LOG = LoggerFactory.getLogger(ExceptionMapping.class);

    private ExceptionMapping() {}

    static void register(JavalinConfig config, RouteTable routes) {
        config.routes.exception(ProblemException.class, (e, ctx) -> ProblemWriter.write(ctx, e.problem()));
        config.routes.exception(DomainException.class, ExceptionMapping::refuse);
        config.routes.exception(
                HttpResponseException.class, (e, ctx) -> ProblemWriter.write(ctx, routes.refusalFor(e, ctx)));
        config.routes.exception(Exception.class, ExceptionMapping::fail);
        config.routes.error(500, ExceptionMapping::failBadly);
    }

    private static void refuse(DomainException refusal, Context ctx) {
        Problem problem = DomainProblems.of(refusal);
        if (refusal.code() == FailureCode.OVERLOADED) {
            // As many as clients care to cause, and no fault of the server's: the access log has them.
            LOG.debug("Request {} refused: {}", RequestId.of(ctx.req()), problem.code());
        } else if (problem.status() >= 500) {
            // A store that is away fails every request: a line each will do, and the whole story for whoever asks for
            // it.
            LOG.warn("Request {} failed: {} ({})", RequestId.of(ctx.req()), problem.code(), RootCause.told(refusal));
            LOG.debug("Request {} failed", RequestId.of(ctx.req()), refusal);
        }
        ProblemWriter.write(ctx, problem);
    }

    private static void fail(Exception e, Context ctx) {
        if (e instanceof UncheckedIOException && ctx.res().isCommitted()) {
            LOG.debug("The client of request {} went away", RequestId.of(ctx.req()), e);
        } else {
            LOG.error("Request {} failed unexpectedly", RequestId.of(ctx.req()), e);
        }
        ProblemWriter.write(ctx, Problem.of(EdgeFailure.INTERNAL_ERROR));
    }

    /** After an {@link Error}, which Javalin logs and answers with a bare status. */
    private static void failBadly(Context ctx) {
        if (!Answers.hasBody(ctx)) {
            ProblemWriter.write(ctx, Problem.of(EdgeFailure.INTERNAL_ERROR));
        }
    }
}
