package io.orgstead.adapter.http;

import io.orgstead.domain.failure.OverloadedException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/**
 * Reads a request body as it arrives, holding no thread in between: however many clients stall, the others are served.
 * Stops at the limit, whether the length was announced or not.
 */
final class BodyReader implements ReadListener {

    private final ServletInputStream input;
    private final int limit;
    private final BodyBudget.Share share;
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final byte[] buffer = new byte[8192];

    private BodyReader(ServletInputStream input, int limit, BodyBudget.Share share) {
        this.input = input;
        this.limit = limit;
        this.share = share;
    }

    /**
     * Begins to read. The request has to be in asynchronous mode.
     *
     * @return completed with the body, with a {@link ProblemException} (payload_too_large, overloaded), or with the failure
     *     of the connection
     */
    static CompletableFuture<byte[]> read(ServletRequest request, int limit, BodyBudget.Share share) {
        try {
            ServletInputStream input = request.getInputStream();
            BodyReader reader = new BodyReader(input, limit, share);
            input.setReadListener(reader);
            return reader.whole;
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (!whole.isDone() && input.isReady()) {
            int count = input.read(buffer);
            if (count < 0) {
                return;
            }
            if (bytes.size() + (long) count > limit) {
                refuse(Problem.of(EdgeFailure.PAYLOAD_TOO_LARGE));
                return;
            }
            if (!share.take(count)) {
                refuse(DomainProblems.of(new OverloadedException()));
                return;
            }
            bytes.write(buffer, 0, count);
        }
    }

    private void refuse(Problem problem) {
        whole.completeExceptionally(problem.closingConnection().asException());
    }

    @Override
    public void onAllDataRead() {
        whole.complete(bytes.toByteArray());
    }

    @Override
    public void onError(Throwable failure) {
        whole.completeExceptionally(failure);
    }
}
