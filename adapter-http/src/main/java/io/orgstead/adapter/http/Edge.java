package io.orgstead.adapter.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What every request passes first, and every response last: its id, the security headers, an orderly end. */
final class Edge extends Handler.Wrapper {

    /** Javalin would take this header for the method; a method that proxies and logs do not see is none. */
    private static final String METHOD_OVERRIDE = "X-HTTP-Method-Override";

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        prepare(request, response);
        Request meant = request.getHeaders().contains(METHOD_OVERRIDE) ? new WithoutOverride(request) : request;
        return super.handle(meant, response, new LingeringClose(request, response, callback));
    }

    /** Names the request and puts the headers in that every response has. */
    static void prepare(Request request, Response response) {
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(RequestId.HEADER, RequestId.of(request));
        SecurityHeaders.addTo(headers);
    }

    private static final class WithoutOverride extends Request.Wrapper {

        private final HttpFields headers;

        WithoutOverride(Request request) {
            super(request);
            this.headers = HttpFields.build(request.getHeaders())
                    .remove(METHOD_OVERRIDE)
                    .asImmutable();
        }

        @Override
        public HttpFields getHeaders() {
            return headers;
        }
    }
}
