package io.orgstead.adapter.http;

import io.javalin.http.Context;
import io.orgstead.domain.failure.OverloadedException;
import io.orgstead.domain.organization.OrganizationId;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/**
 * Transfers of any length. Each holds a thread for as long as its client takes, so that there is a limit to them: for all
 * together, and of one for an organization in each direction. Who comes when there is no room is refused at once (503).
 */
final class Transfers {

    /** So few that requests of other kinds always find a thread. */
    static final int MOST = 8;

    enum Direction {
        IN,
        OUT
    }

    private record Lane(Direction direction, OrganizationId organization) {}

    private final Executor executor;
    private final Semaphore room = new Semaphore(MOST);
    private final Set<Lane> busy = ConcurrentHashMap.newKeySet();

    /**
     * Transfers on threads that may block.
     *
     * @param executor runs them
     */
    Transfers(Executor executor) {
        this.executor = executor;
    }

    /**
     * Runs a transfer on another thread. The request ends when it returns or throws.
     *
     * @throws OverloadedException if there is no room
     */
    void run(Context ctx, Direction direction, OrganizationId organization, Runnable transfer) {
        Lane lane = new Lane(direction, organization);
        if (!busy.add(lane)) {
            throw new OverloadedException();
        }
        if (!room.tryAcquire()) {
            busy.remove(lane);
            throw new OverloadedException();
        }
        ctx.future(() -> CompletableFuture.runAsync(() -> Exchange.of(ctx.req()).during(transfer), executor)
                .whenComplete((done, failure) -> {
                    room.release();
                    busy.remove(lane);
                }));
    }
}
