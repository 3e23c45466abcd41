package io.orgstead.benchmarks.measure;

import io.orgstead.benchmarks.client.HttpConnection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;

/** Opens calls, one for each thread that makes them. */
public interface Calls {

    /** The status of a call that is no request and succeeded. */
    int DONE = 200;

    /** What statuses of success begin with, */
    int SUCCESS = 2;

    /** if they are divided by this. */
    int HUNDRED = 100;

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

    /** The same with one status for all that succeed (2xx), where they differ. */
    static Calls successes(Calls calls) {
        return () -> {
            Call call = calls.open();
            return new Call() {

                @Override
                public int make() throws IOException {
                    int status = call.make();
                    return status / HUNDRED == SUCCESS ? DONE : status;
                }

                @Override
                public void close() throws IOException {
                    call.close();
                }
            };
        };
    }

    /** Work in this process. */
    static Calls work(Runnable work) {
        return numbered(number -> work.run());
    }

    /** Work in this process that gets a number which no other time has. */
    static Calls numbered(LongConsumer work) {
        AtomicLong number = new AtomicLong();
        return () -> () -> {
            work.accept(number.getAndIncrement());
            return DONE;
        };
    }
}
