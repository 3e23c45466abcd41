package io.orgstead.adapter.http;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what no route sees: requests that are no HTTP, headers that are too large, a server that is stopping. Such
 * requests have not passed the {@link Edge}, so their answers are prepared here.
 */
final class JettyErrors implements Request.Handler {

    private static final Logger LOG = LoggerFactory.getLogger(JettyErrors.class);
    private static final int LOWEST_ERROR = 400;

    private final Exchanges exchanges;
    private final Optional<RateLimiting> rateLimiting;

    /**
     * The errors of a server.
     *
     * @param exchanges what is known of each request
     * @param rateLimiting counts what is refused here
     */
    JettyErrors(Exchanges exchanges, Optional<RateLimiting> rateLimiting) {
        this.exchanges = exchanges;
        this.rateLimiting = rateLimiting;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Edge.prepare(request, response, exchanges);
        rateLimiting.ifPresent(limiting -> limiting.countRefused(request, response));
        @Nullable Object cause = request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
        int status = cause instanceof HttpException http ? http.getCode() : response.getStatus();
        EdgeFailure failure = isCutOff(request, cause)
                ? EdgeFailure.UNAVAILABLE
                : EdgeFailure.ofStatus(status < LOWEST_ERROR ? EdgeFailure.INTERNAL_ERROR.status() : status);
        if (failure == EdgeFailure.INTERNAL_ERROR) {
            LOG.error("Request {} failed in the server", RequestId.of(request), cause);
        }
        write(request, response, callback, problemOf(failure));
        return true;
    }

    /** Whether the request was given up because the server stops, and it took longer than a stop may. */
    private static boolean isCutOff(Request request, @Nullable Object cause) {
        return cause instanceof EofException
                && !request.getConnectionMetaData().getConnector().getServer().isRunning();
    }

    private static Problem problemOf(EdgeFailure failure) {
        Problem problem = Problem.of(failure);
        return failure == EdgeFailure.UNAVAILABLE
                ? problem.withHeader("Retry-After", "1").closingConnection()
                : problem;
    }

    private static void write(Request request, Response response, Callback callback, Problem problem) {
        byte[] body = problem.toJson(RequestId.of(request));
        response.setStatus(problem.status());
        problem.headers().forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
