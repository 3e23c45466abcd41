package io.orgstead.benchmarks.measure;

import java.io.IOException;

/** Something that is made again and again by one thread, such as a request on a connection. */
public interface Call extends AutoCloseable {

    /**
     * Makes it once.
     *
     * @return a status, to be compared with the one that is expected
     * @throws IOException if there was no answer
     */
    int make() throws IOException;

    @Override
    default void close() throws IOException {}
}
