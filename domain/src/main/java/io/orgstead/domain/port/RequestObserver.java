package io.orgstead.domain.port;

import io.orgstead.domain.observation.RequestSummary;
import io.orgstead.domain.observation.TraceContext;
import java.util.Optional;

/** Watches requests from outside. Never throws. Safe for use by any number of threads. */
public interface RequestObserver {

    /**
     * A request arrives.
     *
     * @param parent the place in a trace that it comes from; empty where it comes with none
     * @return to be told what becomes of it
     */
    Watch begin(Optional<TraceContext> parent);

    /** A request under way. */
    interface Watch {

        /**
         * The request's own place in the trace.
         *
         * @return in the trace of the parent where there is one; the parent itself, or empty, where nothing is recorded
         */
        Optional<TraceContext> context();

        /**
         * Work on the request begins on this thread, or goes on.
         *
         * @return to be closed on the same thread when that work ends, or moves on to another
         */
        Scope enter();

        /**
         * The request was answered. Told again, it is ignored.
         *
         * @param summary how
         */
        void end(RequestSummary summary);
    }

    /** Work on a request by one thread. */
    interface Scope extends AutoCloseable {

        @Override
        void close();
    }
}
