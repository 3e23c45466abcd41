package io.orgstead.benchmarks.client;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One keep-alive connection, opened when it is first needed and again after a failure. For one thread. */
public final class HttpConnection implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 120_000;

    private final InetSocketAddress server;
    private @Nullable Open open;
    private byte[] body = new byte[0];

    private record Open(Socket socket, OutputStream out, AnswerReader in) {}

    /** A connection to a server, not opened yet. */
    public HttpConnection(InetSocketAddress server) {
        this.server = server;
    }

    /**
     * Sends a request and reads the answer to its end.
     *
     * @param request as {@link Request} makes it
     * @return the answer's status
     * @throws IOException if there is no whole answer; the connection is closed then
     */
    public int send(byte[] request) throws IOException {
        try {
            Open connection = open();
            connection.out.write(request);
            int status = connection.in.read();
            body = connection.in.body();
            if (connection.in.isLast()) {
                close();
            }
            return status;
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** The body of the last answer, as text. */
    public String body() {
        return new String(body, StandardCharsets.UTF_8);
    }

    private Open open() throws IOException {
        Open existing = open;
        if (existing != null) {
            return existing;
        }
        Socket socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(server, TIMEOUT_MILLIS);
        Open opened = new Open(socket, socket.getOutputStream(), new AnswerReader(socket.getInputStream()));
        open = opened;
        return opened;
    }

    @Override
    public void close() throws IOException {
        Open existing = open;
        open = null;
        if (existing != null) {
            existing.socket.close();
        }
    }
}
