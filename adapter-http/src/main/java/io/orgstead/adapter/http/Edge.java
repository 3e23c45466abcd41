package io.orgstead.adapter.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What every request passes first, and every response last: its id and its place in a trace, the security headers, an
 * orderly end.
 */
final class Edge extends Handler.Wrapper {

    private final Exchanges exchanges;

    Edge(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        PunctualEndPoint.requestArrived(request);
        Exchange exchange = prepare(request, response, exchanges);
        LingeringClose end = new LingeringClose(request, response, callback);
        if (isMalformed(request.getHttpURI())) {
            Response.writeError(request, response, end, HttpStatus.BAD_REQUEST_400);
            return true;
        }
        return exchange.within(() -> super.handle(new EdgeRequest(request, end), response, end));
    }

    /** Jetty lets pass whatever follows a semicolon; Javalin cannot decode it all. */
    private static boolean isMalformed(HttpURI address) {
        String path = String.valueOf(address.getPath());
        return (address.hasViolations() && !DocumentAddress.isOne(address))
                || (path.indexOf(';') >= 0 && QueryString.decodeSegment(path).isEmpty());
    }

    /** Names the request and puts the headers in that every response has. */
    static Exchange prepare(Request request, Response response, Exchanges exchanges) {
        Exchange exchange = exchanges.of(request);
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(RequestId.HEADER, RequestId.of(request));
        headers.put(Exchanges.TRACEPARENT, exchange.trace().header());
        SecurityHeaders.addTo(request, headers);
        return exchange;
    }
}
