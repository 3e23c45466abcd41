package io.orgstead.adapter.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.orgstead.application.usecase.LogIn;
import io.orgstead.domain.failure.AuthenticationException;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.PlaintextPassword;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The route of the admins: trading credentials for a token. */
final class AdminRoutes {

    private final LogIn logIn;
    private final RequestBody requestBody;
    private final ClientAddress clientAddress;

    AdminRoutes(LogIn logIn, RequestBody requestBody, ClientAddress clientAddress) {
        this.logIn = logIn;
        this.requestBody = requestBody;
        this.clientAddress = clientAddress;
    }

    void addTo(RouteTable routes) {
        routes.add(HandlerType.POST, "/admin/login", ctx -> requestBody.read(ctx, body -> logIn(ctx, body)));
    }

    private void logIn(Context ctx, byte[] body) {
        LogIn.Result result = result(body, clientAddress.of(ctx.req()));
        Exchange.of(ctx.req()).isFor(result.organizationId());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", result.token().reveal());
        answer.put("token_type", "bearer");
        answer.put("expires_in", result.token().lifetime().toSeconds());
        answer.put("organization_id", result.organizationId().value());
        answer.put("organization_name", result.organizationName().value());
        answer.put("admin_email", result.adminEmail().value());
        Answers.json(ctx, 200, answer);
    }

    /**
     * Databases of other implementations hold addresses that today's rule refuses. Such an address may log in; where it
     * fails, the rule is what the client is told.
     */
    private LogIn.Result result(byte[] body, String client) {
        Violations violations = new Violations();
        JsonFields fields = JsonFields.parse(body, violations);
        Violations addressRule = new Violations();
        var email = fields.required(
                "email",
                raw -> addressRule.parse("email", raw, EmailAddress::parse).orElseGet(() -> EmailAddress.restore(raw)));
        var password = fields.required("password", PlaintextPassword::attempt);
        fields.rejectUnknown();
        if (!violations.isEmpty()) {
            violations.addAll(addressRule);
            violations.throwIfAny();
        }
        try {
            return logIn.logIn(new LogIn.Command(email.orElseThrow(), password.orElseThrow(), Optional.of(client)));
        } catch (AuthenticationException e) {
            addressRule.throwIfAny();
            throw e;
        }
    }
}
