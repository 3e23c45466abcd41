package io.orgstead.adapter.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is the same for everybody for as long as the process lives. It is made when it is first asked for, and kept. Safe
 * for use by any number of threads.
 */
final class StaticContent implements Handler {

    private final String mediaType;
    private final Supplier<byte[]> maker;
    private volatile @Nullable Made made;

    StaticContent(String mediaType, Supplier<byte[]> maker) {
        this.mediaType = mediaType;
        this.maker = maker;
    }

    @Override
    public void handle(Context ctx) {
        Made content = content();
        Answers.tagged(ctx, mediaType, content.body, content.etag);
    }

    /** Two threads may make it twice; nobody can tell, since it comes out the same. */
    private Made content() {
        Made content = made;
        if (content == null) {
            content = new Made(maker.get());
            made = content;
        }
        return content;
    }

    private static final class Made {

        private final byte[] body;
        private final String etag;

        Made(byte[] body) {
            this.body = body;
            this.etag = Etags.of(body);
        }
    }
}
