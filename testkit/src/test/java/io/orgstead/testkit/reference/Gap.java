package io.orgstead.testkit.reference;

import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The gap between a check and the act that trusts it: whoever enters waits a moment for another to enter too. */
public final class Gap {

    private static final long LONGEST_MILLIS = 20;

    private final Exchanger<Gap> meeting = new Exchanger<>();

    /** Lets another thread catch up, if there is one. Returns true if one did. */
    public boolean enter() {
        try {
            meeting.exchange(this, LONGEST_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
