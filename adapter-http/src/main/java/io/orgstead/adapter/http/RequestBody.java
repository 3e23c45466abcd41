package io.orgstead.adapter.http;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes request bodies in: checks what the headers say of them, reads them, and passes them on. */
final class RequestBody {

    private final int maxBytes;
    private final BodyBudget budget;
    private final Duration timeout;
    private final Executor executor;

    /**
     * Request bodies under a limit.
     *
     * @param maxBytes the largest body
     * @param budget what all bodies may take
     * @param timeout how long a body may take to arrive
     * @param executor runs what is to be done with a body; may block
     */
    RequestBody(int maxBytes, BodyBudget budget, Duration timeout, Executor executor) {
        this.maxBytes = maxBytes;
        this.budget = budget;
        this.timeout = timeout;
        this.executor = executor;
    }

    /**
     * Reads the body and hands it on, on another thread. The request ends when that returns or throws.
     *
     * @param ctx the request
     * @param handler takes the body, which is empty if there is none
     * @throws ProblemException (unsupported_media_type, payload_too_large) by what the headers say
     */
    void read(Context ctx, Consumer<byte[]> handler) {
        read(ctx, List.of(MediaType.JSON), handler);
    }

    /** As {@link #read(Context, Consumer)}, for bodies of one of some media types. */
    void read(Context ctx, List<String> accepted, Consumer<byte[]> handler) {
        boolean absent = isAbsent(ctx);
        List<String> contentTypes = headers(ctx, "Content-Type");
        boolean typed = !contentTypes.isEmpty();
        if (typed || !absent) {
            requireType(accepted, contentTypes, headers(ctx, "Content-Encoding"));
        }
        if (absent) {
            handler.accept(new byte[0]);
            return;
        }
        if (ctx.req().getContentLengthLong() > maxBytes) {
            throw Problem.of(EdgeFailure.PAYLOAD_TOO_LARGE).closingConnection().asException();
        }
        BodyBudget.Share share = budget.open();
        ctx.future(() -> BodyReader.read(ctx.req(), maxBytes, share)
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .handleAsync(
                        (body, failure) -> {
                            Exchange.of(ctx.req()).during(() -> handler.accept(requireComplete(body, failure)));
                            return null;
                        },
                        executor)
                .whenComplete((done, failure) -> share.close()));
    }

    /** As {@link #read}, for a method with which a body means nothing unless there is one: its type only counts then. */
    void readIfPresent(Context ctx, Consumer<byte[]> handler) {
        if (isAbsent(ctx)) {
            handler.accept(new byte[0]);
        } else {
            read(ctx, handler);
        }
    }

    /** Whether the request frames no body at all (RFC 9112, section 6). */
    private static boolean isAbsent(Context ctx) {
        return ctx.req().getContentLengthLong() <= 0 && ctx.req().getHeader("Transfer-Encoding") == null;
    }

    private static void requireType(List<String> accepted, List<String> contentTypes, List<String> contentEncodings) {
        if (!MediaType.isOneOf(accepted, contentTypes) || !MediaType.isIdentity(contentEncodings)) {
            throw Problem.of(EdgeFailure.UNSUPPORTED_MEDIA_TYPE)
                    .withHeader("Accept", String.join(", ", accepted))
                    .asException();
        }
    }

    private static List<String> headers(Context ctx, String name) {
        return Collections.list(ctx.req().getHeaders(name));
    }

    private static byte[] requireComplete(byte @Nullable [] body, @Nullable Throwable failure) {
        if (body != null) {
            return body;
        }
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof ProblemException problem) {
            throw problem;
        }
        boolean late =
                cause instanceof TimeoutException || (cause != null && cause.getCause() instanceof TimeoutException);
        throw Problem.of(late ? EdgeFailure.REQUEST_TIMEOUT : EdgeFailure.INCOMPLETE_BODY)
                .closingConnection()
                .asException();
    }
}
