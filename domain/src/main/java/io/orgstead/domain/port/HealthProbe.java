package io.orgstead.domain.port;

/** Looks whether something that the service needs is there. Safe for use by any number of threads. */
public interface HealthProbe {

    /**
     * What is looked at.
     *
     * @return a short stable name, such as {@code store}
     */
    String name();

    /**
     * Looks, within the time that an ordinary call may take.
     *
     * @throws io.orgstead.domain.failure.StoreUnavailableException if it is not there
     */
    void check();
}
