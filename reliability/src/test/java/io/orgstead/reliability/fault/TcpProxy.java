package io.orgstead.reliability.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A bad network: stands between a client and a server, holds everything back for a while, and ends connections at random, with a
 * reset, as a whole or in the middle of an answer. Good until it is told otherwise.
 */
final class TcpProxy implements AutoCloseable {

    private static final int LARGEST_PIECE = 64 << 10;

    private final InetSocketAddress target;
    private final ServerSocket listener;
    private final Random random;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final AtomicLong ended = new AtomicLong();
    private volatile Duration delay = Duration.ZERO;
    private volatile double resets;
    private volatile double cuts;

    TcpProxy(InetSocketAddress target, long seed) {
        this.target = target;
        this.random = new Random(seed);
        try {
            this.listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Whatever goes through, in either direction, arrives so much later. */
    void delay(Duration time) {
        delay = time;
    }

    /** This share of what is sent, in either direction, ends its connection instead. */
    void reset(double share) {
        resets = share;
    }

    /** This share of what the server sends arrives half, and then its connection ends. */
    void cut(double share) {
        cuts = share;
    }

    /** How many connections it has ended. */
    long ended() {
        return ended.get();
    }

    @Override
    public void close() {
        closeQuietly(listener);
        connections.forEach(TcpProxy::closeQuietly);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                connections.add(client);
                start(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        try {
            Socket server = new Socket(target.getAddress(), target.getPort());
            connections.add(server);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            start(() -> pump(client, server, 0));
            pump(server, client, 1);
        } catch (IOException nobodyThere) {
            end(client);
        }
    }

    private void pump(Socket from, Socket to, int answers) {
        byte[] buffer = new byte[LARGEST_PIECE];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                TimeUnit.NANOSECONDS.sleep(delay.toNanos());
                boolean reset = chance(resets);
                boolean cut = chance(cuts * answers);
                if (!reset) {
                    out.write(buffer, 0, cut ? length / 2 : length);
                    out.flush();
                }
                if (reset || cut) {
                    ended.incrementAndGet();
                    end(from);
                    end(to);
                    return;
                }
            }
        } catch (IOException over) {
            end(from);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closeQuietly(from);
            closeQuietly(to);
            connections.remove(from);
            connections.remove(to);
        }
    }

    private boolean chance(double share) {
        synchronized (random) {
            return random.nextDouble() < share;
        }
    }

    /** With a reset instead of an end in order. */
    private static void end(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException closed) {
            return;
        }
        closeQuietly(socket);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
