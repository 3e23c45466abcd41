package io.orgstead.adapter.http;

import io.javalin.http.Context;
import io.orgstead.application.usecase.data.ImportDocuments;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.extendedjson.DocumentLines;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The documents of a request body of any length, read as they arrive. */
final class ImportStream implements ImportDocuments.Source, AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final DocumentLines lines;

    private ImportStream(DocumentLines lines) {
        this.lines = lines;
    }

    /**
     * Whether the body is compressed.
     *
     * @throws ProblemException (unsupported_media_type) if it is no NDJSON, or compressed in another way
     */
    static boolean isCompressed(Context ctx) {
        List<String> types = Collections.list(ctx.req().getHeaders("Content-Type"));
        List<String> codings = Collections.list(ctx.req().getHeaders("Content-Encoding"));
        boolean gzip = ContentCoding.isGzip(codings);
        if (!MediaType.isOneOf(List.of(MediaType.NDJSON), types) || !(gzip || MediaType.isIdentity(codings))) {
            throw Problem.of(EdgeFailure.UNSUPPORTED_MEDIA_TYPE)
                    .withDetail("The request body must be " + MediaType.NDJSON
                            + ", in UTF-8, as it is or compressed with gzip.")
                    .withHeader("Accept", MediaType.NDJSON)
                    .asException();
        }
        return gzip;
    }

    static ImportStream open(Context ctx, boolean compressed, int maxLineBytes) throws IOException {
        InputStream body = new Paced(ctx.req().getInputStream());
        return new ImportStream(new DocumentLines(compressed ? new Unzipped(body) : body, maxLineBytes));
    }

    @Override
    public Optional<ImportDocuments.Line> next() {
        try {
            Optional<Document> document = lines.next();
            return document.map(found -> new ImportDocuments.Line(lines.line(), found));
        } catch (ZipException e) {
            throw new InvalidValueException("is where the body is not gzip");
        } catch (IOException e) {
            throw Problem.of(isLate(e) ? EdgeFailure.REQUEST_TIMEOUT : EdgeFailure.INCOMPLETE_BODY)
                    .closingConnection()
                    .asException();
        }
    }

    private static boolean isLate(Throwable failure) {
        return failure instanceof TimeoutException
                || failure instanceof Pace.CreepingException
                || (failure.getCause() != null && isLate(failure.getCause()));
    }

    @Override
    public long line() {
        return lines.line();
    }

    /** Leaves the body as it is: what is unread is for the end of the request. */
    @Override
    public void close() {}

    /** Decompresses; not before somebody reads, as that waits for the client. */
    private static final class Unzipped extends InputStream {

        private final InputStream compressed;
        private Optional<InputStream> plain = Optional.empty();

        Unzipped(InputStream compressed) {
            this.compressed = compressed;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                if (plain.isEmpty()) {
                    plain = Optional.of(new GZIPInputStream(compressed, BUFFER));
                }
                return plain.get().read(bytes, offset, length);
            } catch (EOFException e) {
                // Jetty's own, of a connection that broke, is a subclass.
                if (e.getClass() == EOFException.class) {
                    throw new ZipException("ends too early");
                }
                throw e;
            }
        }
    }

    /** Reads no slower than a client may be. */
    private static final class Paced extends InputStream {

        private final InputStream body;
        private final Pace pace = new Pace(System::nanoTime);

        Paced(InputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return pace.timed(() -> body.read(bytes, offset, length));
        }
    }
}
