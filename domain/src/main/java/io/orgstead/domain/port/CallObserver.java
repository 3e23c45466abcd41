package io.orgstead.domain.port;

import io.orgstead.domain.observation.CallOutcome;
import io.orgstead.domain.observation.PortCall;

/** Watches calls of ports, of stores above all. Never throws. Safe for use by any number of threads. */
public interface CallObserver {

    /**
     * A call begins.
     *
     * @param call which one
     * @return to be told of its end, on the same thread
     */
    Call begin(PortCall call);

    /** A call under way. */
    interface Call {

        /**
         * The call has ended. Told again, it is ignored.
         *
         * @param outcome how
         */
        void end(CallOutcome outcome);
    }
}
