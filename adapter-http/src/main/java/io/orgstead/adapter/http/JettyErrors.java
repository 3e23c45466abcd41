package io.orgstead.adapter.http;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpVersion;
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
    private static final byte[] NOTHING = {};

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
        EdgeFailure failure = cause instanceof EofException
                ? ofLostConnection(request)
                : EdgeFailure.ofStatus(status < LOWEST_ERROR ? EdgeFailure.INTERNAL_ERROR.status() : status);
        if (failure == EdgeFailure.INTERNAL_ERROR) {
            LOG.error("Request {} failed in the server", RequestId.of(request), cause);
        }
        write(request, response, callback, problemOf(failure));
        return true;
    }

    /** The request was given up because the server stops, and it took longer than a stop may; or its client was. */
    private static EdgeFailure ofLostConnection(Request request) {
        return request.getConnectionMetaData().getConnector().getServer().isRunning()
                ? EdgeFailure.BAD_REQUEST
                : EdgeFailure.UNAVAILABLE;
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
        if (request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_0) {
            // So Jetty takes a request whose first line it could not read, and closes: who sent a HEAD in HTTP/1.1 is
            // not to find the content of this answer where the next one is expected.
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        // Jetty leaves the content out itself, but not once a header was bad.
        boolean bare = HttpMethod.HEAD.is(request.getMethod());
        response.write(true, ByteBuffer.wrap(bare ? NOTHING : body), callback);
    }
}
