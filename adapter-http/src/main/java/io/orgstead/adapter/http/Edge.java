package io.orgstead.adapter.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What every request passes first, and every response last: its id, the security headers, an orderly end. */
final class Edge extends Handler.Wrapper {

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        PunctualEndPoint.requestArrived(request);
        prepare(request, response);
        LingeringClose end = new LingeringClose(request, response, callback);
        return super.handle(new EdgeRequest(request, end), response, end);
    }

    /** Names the request and puts the headers in that every response has. */
    static void prepare(Request request, Response response) {
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(RequestId.HEADER, RequestId.of(request));
        SecurityHeaders.addTo(request, headers);
    }
}
