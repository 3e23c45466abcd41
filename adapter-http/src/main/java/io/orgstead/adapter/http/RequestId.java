package io.orgstead.adapter.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;

/** The name of one request, in its answer and in the log: the client's, if it sent a sane one. */
final class RequestId {

    static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = "io.orgstead.request_id";
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    /** The request's id, given to it at the first call. */
    static String of(Request request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String given) {
            return given;
        }
        String sent = request.getHeaders().get(HEADER);
        String id = sent != null && SANE.matcher(sent).matches() ? sent : TraceIds.request();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    /** The request's id, which the edge gave to it. */
    static String of(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(ATTRIBUTE));
    }
}
