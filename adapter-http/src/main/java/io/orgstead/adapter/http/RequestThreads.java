package io.orgstead.adapter.http;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The threads that requests run on: virtual ones where the JVM has them (21 and later), else a pool. */
final class RequestThreads {

    private static final int MAX_THREADS = 250;

    /** Jetty's own default. */
    private static final int MIN_THREADS = 8;

    private static final String NAME = "orgstead-http";

    private RequestThreads() {}

    /**
     * With the JDK's queue: Jetty's own asks the JVM's management for the size of a cache line, which takes a tenth of the
     * whole start.
     */
    static QueuedThreadPool create() {
        QueuedThreadPool pool = new QueuedThreadPool(MAX_THREADS, MIN_THREADS, new LinkedBlockingQueue<>());
        pool.setName(NAME);
        if (VirtualThreads.areSupported()) {
            pool.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor(NAME + "-virtual-"));
        }
        return pool;
    }

    /** Where work that blocks is to run. */
    static Executor forBlocking(QueuedThreadPool pool) {
        Executor virtual = pool.getVirtualThreadsExecutor();
        return virtual != null ? virtual : pool;
    }
}
