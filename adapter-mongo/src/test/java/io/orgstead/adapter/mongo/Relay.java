package io.orgstead.adapter.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.ServerAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between a client and the MongoDB under test, and can freeze, go away and come back. */
final class Relay implements AutoCloseable {

    private final ServerAddress target =
            new ServerAddress(new ConnectionString(MongoTarget.uri()).getHosts().get(0));
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final Object thaw = new Object();
    private final int port;
    private ServerSocket listener;
    private boolean frozen;

    Relay() {
        listener = listen(0);
        port = listener.getLocalPort();
    }

    String uri() {
        return "mongodb://127.0.0.1:" + port + "/?directConnection=true";
    }

    /** From now on connections are taken and nothing is passed on: what a stopped process looks like. */
    void freeze() {
        synchronized (thaw) {
            frozen = true;
        }
    }

    void thaw() {
        synchronized (thaw) {
            frozen = false;
            thaw.notifyAll();
        }
    }

    /** Ends all connections and takes no new ones: what a crashed process looks like. */
    void crash() {
        closeQuietly(listener);
        connections.forEach(Relay::closeQuietly);
        connections.clear();
    }

    void restart() {
        listener = listen(port);
    }

    @Override
    public void close() {
        thaw();
        crash();
    }

    private ServerSocket listen(int onPort) {
        try {
            ServerSocket socket = new ServerSocket(onPort, 200, InetAddress.getLoopbackAddress());
            start(() -> accept(socket));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket socket) {
        try {
            while (!socket.isClosed()) {
                Socket client = socket.accept();
                Socket server = new Socket(target.getHost(), target.getPort());
                connections.add(client);
                connections.add(server);
                start(() -> pump(client, server));
                start(() -> pump(server, client));
            }
        } catch (IOException closed) {
            closeQuietly(socket);
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            int length = in.read(buffer);
            while (length >= 0) {
                awaitThaw();
                out.write(buffer, 0, length);
                out.flush();
                length = in.read(buffer);
            }
        } catch (IOException | InterruptedException ended) {
            closeQuietly(from);
        } finally {
            closeQuietly(to);
        }
    }

    private void awaitThaw() throws InterruptedException {
        synchronized (thaw) {
            while (frozen) {
                thaw.wait();
            }
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "relay");
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
