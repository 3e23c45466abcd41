package io.orgstead.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;

/** What the server does about a servlet that fails below Javalin. */
class WebServerTest {

    /** Fails as its path says. */
    private static final class Failing extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getRequestURI().equals("/throw")) {
                throw new IllegalStateException("secret");
            }
            response.sendError(413, "secret");
        }
    }

    @Test
    void answersWithProblems() throws Exception {
        Exchanges exchanges = new Exchanges(List.of(), new ClientAddress(List.of()));
        Server server = WebServer.create(
                TestServer.settings().build(),
                RequestThreads.create(),
                new Failing(),
                exchanges,
                new AccessLog(new RouteTable(), exchanges),
                Optional.empty());
        server.start();
        try {
            Http http = Http.ofUndocumented(((ServerConnector) server.getConnectors()[0]).getLocalPort());

            assertProblem(http.get("/throw"), 500, "internal_error");
            assertProblem(http.get("/send"), 413, "payload_too_large");
        } finally {
            server.stop();
        }
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Http.header(response, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(Http.body(response).get("code").textValue()).isEqualTo(code);
        assertThat(response.headers().allValues("X-Request-Id")).hasSize(1);
        assertThat(response.body()).doesNotContain("secret");
    }
}
