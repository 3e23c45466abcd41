package io.orgstead.benchmarks.measure;

import io.orgstead.benchmarks.client.HttpConnection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/** Opens calls, one for each thread that makes them. */
public interface Calls {

    /** The status of a call that is no request and succeeded. */
    int DONE = 200;

    /** Opens one. */
    Call open() throws IOException;

    /**
     * Requests to a server, each call on a connection of its own.
     *
     * @param server where to
     * @param requests the bytes of each request, by a number that no other of these has
     */
    static Calls http(InetSocketAddress server, LongFunction<byte[]> requests) {
        AtomicLong number = new AtomicLong();
        return () -> {
            HttpConnection connection = new HttpConnection(server);
            return new Call() {

                @Override
                public int make() throws IOException {
                    return connection.send(requests.apply(number.getAndIncrement()));
                }

                @Override
                public void close() throws IOException {
                    connection.close();
                }
            };
        };
    }

    /** Work in this process. */
    static Calls work(Runnable work) {
        return () -> () -> {
            work.run();
            return DONE;
        };
    }
}
