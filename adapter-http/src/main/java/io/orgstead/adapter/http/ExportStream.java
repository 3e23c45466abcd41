package io.orgstead.adapter.http;

import io.javalin.http.Context;
import io.orgstead.domain.data.Document;
import io.orgstead.extendedjson.ExtendedJson;
import jakarta.servlet.ServletOutputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.zip.GZIPOutputStream;

/**
 * An answer of any number of documents, a line each. Nothing is sent before the first buffer is full, so that what fails at
 * once is answered like any other failure. What fails later cuts the connection: a client is never led to take a part for the
 * whole.
 */
final class ExportStream {

    private static final int BUFFER = 64 * 1024;

    private final OutputStream out;

    private ExportStream(OutputStream out) {
        this.out = out;
    }

    static ExportStream begin(Context ctx) {
        try {
            OutputStream sent = new BufferedOutputStream(new Deferred(ctx), BUFFER);
            return new ExportStream(isCompressed(ctx) ? new GZIPOutputStream(sent, BUFFER) : sent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts in the headers of the answer. */
    static void describe(Context ctx) {
        ctx.status(200).contentType(MediaType.NDJSON);
        ctx.header("Cache-Control", SecurityHeaders.NO_STORE);
        ctx.header("Content-Disposition", "attachment; filename=\"documents.ndjson\"");
        ctx.res().addHeader("Vary", "Accept-Encoding");
        if (isCompressed(ctx)) {
            ctx.header("Content-Encoding", "gzip");
        }
    }

    private static boolean isCompressed(Context ctx) {
        return ContentCoding.acceptsGzip(Collections.list(ctx.req().getHeaders("Accept-Encoding")));
    }

    void write(Document document) {
        try {
            out.write(ExtendedJson.writeLossless(document).getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends what has been kept back. The answer itself ends with its request, when the next transfer may begin. */
    void complete() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The servlet's own stream, not asked for before there is something to send. */
    private static final class Deferred extends OutputStream {

        private final Context ctx;
        private final Pace pace = new Pace(System::nanoTime);

        Deferred(Context ctx) {
            this.ctx = ctx;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (!ctx.res().isCommitted()) {
                describe(ctx);
            }
            ServletOutputStream sent = ctx.res().getOutputStream();
            pace.timed(() -> {
                sent.write(bytes, offset, length);
                sent.flush();
                return length;
            });
        }

        @Override
        public void close() {
            if (!ctx.res().isCommitted()) {
                describe(ctx);
            }
        }
    }
}
