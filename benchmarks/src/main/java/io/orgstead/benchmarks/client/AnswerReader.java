package io.orgstead.benchmarks.client;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads answers (RFC 9112) one after another from a connection; of the head only what tells where the body ends. For one thread. */
final class AnswerReader {

    private static final int BUFFER = 16 * 1024;
    private static final int STATUS_BEGIN = "HTTP/1.1 ".length();
    private static final int STATUS_LENGTH = 3;
    private static final int HEX = 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private int lineBegin;
    private int lineEnd;
    private byte[] body = new byte[0];
    private boolean last;

    AnswerReader(InputStream in) {
        this.in = in;
    }

    /** Reads one answer to its end, and gives its status. */
    int read() throws IOException {
        readLine();
        int status = status();
        int length = 0;
        boolean chunked = false;
        last = false;
        for (readLine(); lineEnd > lineBegin; readLine()) {
            if (isHeader("content-length:")) {
                length = Integer.parseInt(value("content-length:".length()));
            } else if (isHeader("transfer-encoding:")) {
                chunked = value("transfer-encoding:".length()).equalsIgnoreCase("chunked");
            } else if (isHeader("connection:")) {
                last = value("connection:".length()).equalsIgnoreCase("close");
            }
        }
        body = chunked ? readChunks() : readBytes(length);
        return status;
    }

    /** The body of the last answer. */
    byte[] body() {
        return body;
    }

    /** Whether the server closes the connection after the last answer. */
    boolean isLast() {
        return last;
    }

    private int status() throws IOException {
        int status = 0;
        if (lineEnd - lineBegin < STATUS_BEGIN + STATUS_LENGTH || !isHeader("http/1.")) {
            throw new IOException("no status line");
        }
        for (int i = lineBegin + STATUS_BEGIN; i < lineBegin + STATUS_BEGIN + STATUS_LENGTH; i++) {
            status = status * 10 + buffer[i] - '0';
        }
        return status;
    }

    /** Whether the line begins with a name, which is given in lower case, whatever the line's case is. */
    private boolean isHeader(String name) {
        if (lineEnd - lineBegin < name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            int here = buffer[lineBegin + i];
            if ((here >= 'A' && here <= 'Z' ? here + ('a' - 'A') : here) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private String value(int nameLength) {
        int begin = lineBegin + nameLength;
        return new String(buffer, begin, lineEnd - begin, StandardCharsets.ISO_8859_1).strip();
    }

    /** The next line lies between {@link #lineBegin} and {@link #lineEnd}, until more is read. */
    private void readLine() throws IOException {
        int scan = position;
        while (true) {
            for (; scan < limit; scan++) {
                if (buffer[scan] == '\n') {
                    lineBegin = position;
                    lineEnd = scan > position && buffer[scan - 1] == '\r' ? scan - 1 : scan;
                    position = scan + 1;
                    return;
                }
            }
            scan -= position;
            fill();
        }
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
        if (limit == buffer.length) {
            throw new IOException("a line is too long");
        }
        int read = in.read(buffer, limit, buffer.length - limit);
        if (read < 0) {
            throw new EOFException("the connection was closed");
        }
        limit += read;
    }

    private byte[] readBytes(int length) throws IOException {
        byte[] bytes = new byte[length];
        int buffered = Math.min(length, limit - position);
        System.arraycopy(buffer, position, bytes, 0, buffered);
        position += buffered;
        if (in.readNBytes(bytes, buffered, length - buffered) < length - buffered) {
            throw new EOFException("the answer is cut off");
        }
        return bytes;
    }

    private byte[] readChunks() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (true) {
            readLine();
            String size = value(0);
            int extension = size.indexOf(';');
            int length = Integer.parseInt(extension < 0 ? size : size.substring(0, extension), HEX);
            if (length == 0) {
                break;
            }
            bytes.writeBytes(readBytes(length));
            readLine();
        }
        // Trailers, and the empty line that ends them.
        do {
            readLine();
        } while (lineEnd > lineBegin);
        return bytes.toByteArray();
    }
}
