package io.orgstead.adapter.http;

import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;

/**
 * Throws away what is still coming of a request body that was answered unread (RFC 9112, section 9.6). Closing at once
 * would reset the connection, and a client that is still sending would see the reset instead of the answer. Reads as data
 * arrives, holds no thread, and gives up when the client stalls, or has sent or taken too much.
 */
final class LingeringClose extends Callback.Nested {

    private static final long MAX_BYTES = 32L << 20;
    private static final long MAX_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int REQUEST_TIMEOUT = 408;

    private final Request request;
    private final Response response;
    private long bytes;
    private long begin;

    LingeringClose(Request request, Response response, Callback callback) {
        super(callback);
        this.request = request;
        this.response = response;
    }

    /** Whether a body may still be coming that the client should get rid of. */
    boolean isDue() {
        boolean framed = request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
        // A client that waits for "100 Continue" keeps the body to itself once it has seen the answer.
        boolean waiting = request.getHeaders().contains(HttpHeader.EXPECT);
        return framed && !waiting && response.getStatus() != REQUEST_TIMEOUT;
    }

    @Override
    public void succeeded() {
        if (isDue()) {
            begin = NanoTime.now();
            drain();
        } else {
            super.succeeded();
        }
    }

    private void drain() {
        while (true) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this::drain);
                return;
            }
            boolean failed = Content.Chunk.isFailure(chunk);
            bytes += failed ? 0 : chunk.remaining();
            boolean last = chunk.isLast();
            chunk.release();
            if (failed || last || bytes > MAX_BYTES || NanoTime.since(begin) > MAX_NANOS) {
                super.succeeded();
                return;
            }
        }
    }
}
