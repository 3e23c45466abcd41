package io.orgstead.benchmarks.bare;

import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Threads of the kind that Orgstead's server has, so that a ceiling does not differ by them. */
final class BareThreads {

    private static final int MAX_THREADS = 250;
    private static final int MIN_THREADS = 8;

    private BareThreads() {}

    static QueuedThreadPool create() {
        QueuedThreadPool pool = new QueuedThreadPool(MAX_THREADS, MIN_THREADS, new LinkedBlockingQueue<>());
        if (VirtualThreads.areSupported()) {
            pool.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("bare-"));
        }
        return pool;
    }
}
