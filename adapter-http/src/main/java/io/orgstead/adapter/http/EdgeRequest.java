package io.orgstead.adapter.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;

/** A request as the servlet below is to see it. */
final class EdgeRequest extends Request.Wrapper {

    /** Javalin would take this header for the method; a method that proxies and logs do not see is none. */
    private static final String METHOD_OVERRIDE = "X-HTTP-Method-Override";

    private final HttpFields headers;
    private final LingeringClose end;

    EdgeRequest(Request request, LingeringClose end) {
        super(request);
        this.headers = request.getHeaders().contains(METHOD_OVERRIDE)
                ? HttpFields.build(request.getHeaders()).remove(METHOD_OVERRIDE).asImmutable()
                : request.getHeaders();
        this.end = end;
    }

    @Override
    public HttpFields getHeaders() {
        return headers;
    }

    /** Called before an answer is sent. What is still unread would be unreadable from then on, so it is left alone. */
    @Override
    public boolean consumeAvailable() {
        return end.isDue() || super.consumeAvailable();
    }
}
