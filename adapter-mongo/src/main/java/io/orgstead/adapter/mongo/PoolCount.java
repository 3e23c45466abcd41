package io.orgstead.adapter.mongo;

import com.mongodb.event.ConnectionCheckOutFailedEvent;
import com.mongodb.event.ConnectionCheckOutStartedEvent;
import com.mongodb.event.ConnectionCheckedInEvent;
import com.mongodb.event.ConnectionCheckedOutEvent;
import com.mongodb.event.ConnectionClosedEvent;
import com.mongodb.event.ConnectionCreatedEvent;
import com.mongodb.event.ConnectionPoolListener;
import io.orgstead.domain.observation.PoolUsage;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the connections of the driver's pools, of all servers together. */
final class PoolCount implements ConnectionPoolListener {

    private final int limit;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger inUse = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();

    /**
     * A count of nothing yet.
     *
     * @param limit the most connections to a server
     */
    PoolCount(int limit) {
        this.limit = limit;
    }

    /** Events may overtake each other: what is below zero for a moment is nothing. */
    PoolUsage usage() {
        return new PoolUsage(Math.max(0, open.get()), Math.max(0, inUse.get()), Math.max(0, waiting.get()), limit);
    }

    @Override
    public void connectionCreated(ConnectionCreatedEvent event) {
        open.incrementAndGet();
    }

    @Override
    public void connectionClosed(ConnectionClosedEvent event) {
        open.decrementAndGet();
    }

    @Override
    public void connectionCheckOutStarted(ConnectionCheckOutStartedEvent event) {
        waiting.incrementAndGet();
    }

    @Override
    public void connectionCheckOutFailed(ConnectionCheckOutFailedEvent event) {
        waiting.decrementAndGet();
    }

    @Override
    public void connectionCheckedOut(ConnectionCheckedOutEvent event) {
        waiting.decrementAndGet();
        inUse.incrementAndGet();
    }

    @Override
    public void connectionCheckedIn(ConnectionCheckedInEvent event) {
        inUse.decrementAndGet();
    }
}
