package io.orgstead.adapter.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A connection that is cut off if bytes keep coming, but no request does: whoever sends a head, a TLS handshake or frames
 * byte by byte is never idle. Looked at as bytes arrive, because silence is what the idle time-out is for.
 */
final class PunctualEndPoint extends SocketChannelEndPoint {

    private final long patience;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile long waitingSince = NanoTime.now();

    /**
     * A connection.
     *
     * @param patience how long it may last from its beginning, or from the end of a request, until the whole head of the
     *     next one has arrived
     */
    PunctualEndPoint(
            SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler, Duration patience) {
        super(channel, selector, key, scheduler);
        this.patience = patience.toNanos();
    }

    /** Says that the head of a request has arrived. From then on until its end the connection may take its time. */
    static void requestArrived(Request request) {
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        while (endPoint instanceof EndPoint.Wrapper wrapper) {
            endPoint = wrapper.unwrap();
        }
        if (endPoint instanceof PunctualEndPoint connection) {
            connection.requests.incrementAndGet();
            Request.addCompletionListener(request, failure -> connection.requestEnded());
        }
    }

    private void requestEnded() {
        waitingSince = NanoTime.now();
        requests.decrementAndGet();
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        int filled = super.fill(buffer);
        if (filled > 0 && requests.get() == 0 && NanoTime.since(waitingSince) > patience) {
            EofException late = new EofException("no request in time");
            close(late);
            throw late;
        }
        return filled;
    }
}
