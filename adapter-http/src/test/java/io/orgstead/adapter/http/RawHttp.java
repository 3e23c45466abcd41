package io.orgstead.adapter.http;

import io.orgstead.adapter.http.contract.ApiContract;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** A client that sends whatever bytes it is told to, for requests that no ordinary client makes. */
@SuppressWarnings("AddressSelection")
final class RawHttp {

    private static final int READ_TIMEOUT_MILLIS = 60_000;

    private final int port;

    RawHttp(int port) {
        this.port = port;
    }

    /** An answer as it came over the wire. */
    record Answer(int status, String head, String body) {

        static Answer parse(String text) {
            int end = text.indexOf("\r\n\r\n");
            if (end < 0) {
                return new Answer(0, text, "");
            }
            return new Answer(Integer.parseInt(text.substring(9, 12)), text.substring(0, end), text.substring(end + 4));
        }

        boolean isProblem() {
            return head.toLowerCase(Locale.ROOT).contains("content-type: application/problem+json");
        }
    }

    /** The head of a request: its lines, and the empty line after them. */
    static String head(String... lines) {
        return String.join("\r\n", lines) + "\r\n\r\n";
    }

    Socket connect() {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(READ_TIMEOUT_MILLIS);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends bytes and reads until the server closes the connection. */
    Answer send(byte[] request) {
        try (Socket socket = connect()) {
            write(socket, request);
            return readToEnd(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer send(String request) {
        return send(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    static void write(Socket socket, String text) {
        write(socket, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    static void write(Socket socket, byte[] bytes) {
        ApiContract.sent(socket, bytes);
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Answer readToEnd(Socket socket) {
        try {
            Answer answer = Answer.parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            ApiContract.received(socket, answer.status(), answer.head(), Optional.of(answer.body()));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the head of one answer, and leaves the connection open. */
    static Answer readHead(Socket socket) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        try {
            InputStream in = socket.getInputStream();
            int b = in.read();
            while (b >= 0) {
                head.write(b);
                if (head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
                    break;
                }
                b = in.read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Answer answer = Answer.parse(head.toString(StandardCharsets.UTF_8));
        ApiContract.received(socket, answer.status(), answer.head(), Optional.empty());
        return answer;
    }
}
