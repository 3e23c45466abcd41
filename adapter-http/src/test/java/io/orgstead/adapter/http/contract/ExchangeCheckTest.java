package io.orgstead.adapter.http.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The check of the other tests' exchanges sees what is wrong. */
class ExchangeCheckTest {

    private static final String ANSWER =
            "HTTP/1.1 %s\r\nX-Request-Id: r1\r\nCache-Control: no-store\r\nContent-Type: application/json";
    private static final String ORGANIZATION = """
            {"organization_id":"6b04041ebf87101dfa63cdbe","organization_name":"Acme","collection_name":"org_acme",\
            "admin_id":"6b04041ebf87101dfa63cdbf","admin_email":"a@b.com","created_at":"2026-11-23T09:15:10.573Z"}""";
    private static final String CREATE =
            "{\"organization_name\":\"Acme\",\"email\":\"a@b.com\",\"password\":\"longenough\"}";
    private static final String UPDATE = "{\"email\":\"a@b.com\"}";

    @Test
    void isContentWithWhatIsDocumented() {
        assertThat(check(ApiContract.document(), created(CREATE, "Location: /org/get", ORGANIZATION)))
                .isEmpty();
        assertThat(check(ApiContract.document(), updated("Authorization: Bearer x", UPDATE)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"/org/create\"      | \"/org/made\"      | status 201 is not documented",
                "\"201\"              | \"200\"            | status 201 is not documented",
                "\"application/json\" | \"text/plain\"     | content type application/json is not documented",
                "\"collection_name\"  | \"collection\"     | collection_name",
                "^[0-9a-f]{24}$       | ^[0-9]{24}$        | organization_id",
                "\"password\"         | \"secret\"         | request",
                "\"Location\": {\"$ref\" | \"Place\": {\"$ref\" | header location is not documented",
                "\"X-Request-Id\": {\"$ref\" | \"X-Name\": {\"$ref\" | header x-request-id is not documented",
            })
    void missesWhatIsNotInTheDocument(String documented, String instead, String violation) {
        String sabotaged = ApiContract.document().replace(documented, instead);
        assertThat(sabotaged).isNotEqualTo(ApiContract.document());

        assertThat(check(sabotaged, created(CREATE, "Location: /org/get", ORGANIZATION)))
                .anyMatch(found -> found.contains(violation));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"organization_name\":\"Acme\",\"email\":\"a@b.com\",\"password\":\"longenough\",\"x\":1}"
            })
    void seesARequestThatShouldNotHaveSucceeded(String request) {
        assertThat(check(ApiContract.document(), created(request, "Location: /org/get", ORGANIZATION)))
                .anyMatch(found -> found.startsWith("request"));
    }

    @Test
    void seesWhatIsMissingOrTooMuch() {
        assertThat(check(ApiContract.document(), created(CREATE, "A: b", ORGANIZATION)))
                .containsExactlyInAnyOrder("header Location is missing", "header a is not documented");
        assertThat(check(
                        ApiContract.document(),
                        created(CREATE, "Location: /org/get", ORGANIZATION.replace("{", "{\"more\":1,"))))
                .anyMatch(found -> found.contains("more"));
        assertThat(check(ApiContract.document(), updated("A: b", UPDATE)))
                .containsExactly("succeeded without the token that is documented as needed");
    }

    @Test
    void knowsRequestsThatReachNoOperation() {
        String problem = """
                {"type":"urn:orgstead:problem:%1$s","title":"t","status":%2$d,"detail":"d","code":"%1$s","request_id":"r1"}""";
        String head = "HTTP/1.1 404 x\r\nX-Request-Id: r1\r\nCache-Control: no-store\r\n"
                + "Content-Type: application/problem+json";
        String nothing = "GET /nothing HTTP/1.1\r\n\r\n";

        assertThat(check(
                        ApiContract.document(),
                        Exchange.ofText(nothing, 404, head, Optional.of(problem.formatted("route_not_found", 404)))))
                .isEmpty();
        assertThat(check(
                        ApiContract.document(),
                        Exchange.ofText(nothing, 404, head, Optional.of(problem.formatted("name_taken", 404)))))
                .anyMatch(found -> found.equals("code \"name_taken\" is not documented"));
        assertThat(check(
                        ApiContract.document(),
                        Exchange.ofText("garbage", 400, head, Optional.of(problem.formatted("bad_request", 400)))))
                .isEmpty();
        assertThat(check(ApiContract.document(), Exchange.ofText(nothing, 200, head, Optional.of(""))))
                .containsExactly("status 200 is not documented");
    }

    private static List<String> check(String document, Exchange exchange) {
        return new ExchangeCheck(OpenApiDocument.parse(document)).violations(exchange);
    }

    private static Exchange created(String request, String header, String answer) {
        return Exchange.ofText(
                "POST /org/create HTTP/1.1\r\nContent-Type: application/json\r\n\r\n" + request,
                201,
                ANSWER.formatted("201 Created") + "\r\n" + header,
                Optional.of(answer));
    }

    private static Exchange updated(String header, String request) {
        return Exchange.ofText(
                "PUT /org/update HTTP/1.1\r\n" + header + "\r\nContent-Type: application/json\r\n\r\n" + request,
                200,
                ANSWER.formatted("200 OK"),
                Optional.of(ORGANIZATION));
    }
}
