package io.orgstead.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.HandlerType;
import io.orgstead.domain.failure.FailureCode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentationRoutesTest {

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

    @RegisterExtension
    final TestServer server = new TestServer();

    @Test
    void everyRouteIsDocumentedAndNothingElse() {
        RouteTable routes = HttpAdapter.routes(
                new ScriptedCore().useCases(),
                TestServer.settings().build(),
                new ClientAddress(List.of()),
                Runnable::run);
        List<String> served = new ArrayList<>();
        for (String path : routes.paths()) {
            Set<HandlerType> methods = routes.methods(path);
            assertThat(methods.contains(HandlerType.HEAD))
                    .as("HEAD goes wherever GET goes: %s", path)
                    .isEqualTo(methods.contains(HandlerType.GET));
            methods.stream()
                    .filter(method -> !method.equals(HandlerType.HEAD))
                    .forEach(method -> served.add(method.name().toLowerCase(Locale.ROOT) + " " + path));
        }
        List<String> documented = new ArrayList<>();
        document()
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> documented.add(method + " " + path.getKey())));

        assertThat(documented).containsExactlyInAnyOrderElementsOf(served);
    }

    @Test
    void everyReasonIsDocumentedWithItsStatusAndNothingElse() {
        Map<String, Integer> served = new HashMap<>();
        Arrays.stream(EdgeFailure.values()).forEach(failure -> served.put(failure.id(), failure.status()));
        Arrays.stream(FailureCode.values()).forEach(code -> served.put(code.id(), DomainProblems.statusOf(code)));
        Map<String, Integer> documented = new HashMap<>();
        JsonNode document = document();
        List<JsonNode> responses = new ArrayList<>(document.get("paths").findValues("responses"));
        responses.add(document.get("x-unrouted-responses"));
        responses.add(document.get("x-transport-responses"));
        for (JsonNode byStatus : responses) {
            byStatus.properties()
                    .forEach(response -> codes(document, response.getValue())
                            .forEach(code -> documented.put(code.textValue(), Integer.valueOf(response.getKey()))));
        }

        assertThat(documented).isEqualTo(served);
    }

    @Test
    void theDocumentIsOfTheServersVersion() {
        assertThat(document().at("/info/version").textValue()).isEqualTo("1.2.3");
        assertThat(document().get("openapi").textValue()).startsWith("3.1.");
    }

    @ParameterizedTest
    @CsvSource({
        "/openapi.json, application/json",
        "/docs, text/html;charset=utf-8",
        "/docs/start.js, text/javascript;charset=utf-8",
        "/docs/swagger-ui-bundle.js, text/javascript;charset=utf-8",
        "/docs/swagger-ui.css, text/css;charset=utf-8"
    })
    void isKeptByClientsAsLongAsItStays(String path, String mediaType) {
        Http http = server.http();
        HttpResponse<String> got = http.get(path);
        HttpResponse<String> head = http.send(http.request(path).method("HEAD", BodyPublishers.noBody()));
        HttpResponse<String> again = http.send(http.request(path).header("If-None-Match", Http.header(got, "ETag")));

        assertThat(got.statusCode()).isEqualTo(200);
        assertThat(got.body()).isNotEmpty();
        assertThat(Http.header(got, "Content-Type")).isEqualToIgnoringCase(mediaType);
        assertThat(Http.header(got, "Cache-Control")).isEqualTo("no-cache");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(Http.header(head, "Content-Length")).isEqualTo(Http.header(got, "Content-Length"));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void thePageLoadsNothingFromElsewhere() {
        HttpResponse<String> page = server.http().get("/docs");

        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http", "*");
        assertThat(page.body()).doesNotContain("<style", "style=", "onload", "<script>");
        Set<String> links = new HashSet<>();
        for (Matcher link = LINK.matcher(page.body()); link.find(); ) {
            links.add(link.group(1));
        }
        assertThat(links)
                .contains("docs/start.js", "docs/swagger-ui-bundle.js", "docs/swagger-ui.css", "openapi.json")
                .allSatisfy(link -> assertThat(link.equals("data:,")
                                || server.http().get("/" + link).statusCode() == 200)
                        .isTrue());
    }

    @Test
    void theRootLeadsThere() {
        JsonNode root = Http.body(server.http().get("/"));

        assertThat(root.get("openapi").textValue()).isEqualTo("/openapi.json");
        assertThat(HttpSettings.builder().build().documentation()).isEqualTo("/docs");
    }

    private static JsonNode codes(JsonNode document, JsonNode response) {
        JsonNode reference = response.path("$ref");
        JsonNode resolved = reference.isMissingNode()
                ? response
                : document.at(reference.textValue().substring(1));
        return resolved.path("x-codes");
    }

    private JsonNode document() {
        return Http.body(server.http().get("/openapi.json"));
    }
}
