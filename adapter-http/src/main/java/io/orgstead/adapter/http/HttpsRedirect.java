package io.orgstead.adapter.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/**
 * Sends whoever comes without TLS to the same address with it, whatever the path: one that is not answered in the clear
 * cannot be relied on in the clear. 308 keeps method and body (RFC 9110, section 15.4.9).
 */
final class HttpsRedirect extends Handler.Wrapper {

    private static final int PERMANENT_REDIRECT = 308;
    private static final int HTTPS_PORT = 443;

    HttpsRedirect(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.getConnectionMetaData().isSecure()) {
            return super.handle(request, response, callback);
        }
        response.setStatus(PERMANENT_REDIRECT);
        response.getHeaders().put(HttpHeader.LOCATION, secure(request));
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, 0);
        response.write(true, null, callback);
        return true;
    }

    private String secure(Request request) {
        int port = securePort();
        return HttpURI.build(request.getHttpURI())
                .scheme("https")
                .host(Request.getServerName(request))
                .port(port == HTTPS_PORT ? -1 : port)
                .asString();
    }

    private int securePort() {
        Connector serving = getServer().getConnectors()[0];
        return ((ServerConnector) serving).getLocalPort();
    }
}
