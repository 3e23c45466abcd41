package io.orgstead.benchmarks.bare;

import java.util.Map;

/** Finds an organization by the name of its collection, with a store's own driver and nothing else. Safe for any number of threads. */
public interface BareFind extends AutoCloseable {

    /**
     * Finds it.
     *
     * @return its fields as they are answered, in that order
     * @throws IllegalStateException if it is not there
     */
    Map<String, String> find(String collection);

    @Override
    void close();
}
