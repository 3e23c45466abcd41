package io.orgstead.adapter.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.orgstead.application.usecase.LogIn;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.PlaintextPassword;
import java.util.LinkedHashMap;
import java.util.Map;

/** The route of the admins: trading credentials for a token. */
final class AdminRoutes {

    private final LogIn logIn;
    private final RequestBody requestBody;

    AdminRoutes(LogIn logIn, RequestBody requestBody) {
        this.logIn = logIn;
        this.requestBody = requestBody;
    }

    void addTo(RouteTable routes) {
        routes.add(HandlerType.POST, "/admin/login", ctx -> requestBody.read(ctx, body -> logIn(ctx, body)));
    }

    private void logIn(Context ctx, byte[] body) {
        LogIn.Result result = logIn.logIn(command(body));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", result.token().reveal());
        answer.put("token_type", "bearer");
        answer.put("expires_in", result.token().lifetime().toSeconds());
        answer.put("organization_id", result.organizationId().value());
        answer.put("organization_name", result.organizationName().value());
        answer.put("admin_email", result.adminEmail().value());
        Answers.json(ctx, 200, answer);
    }

    private static LogIn.Command command(byte[] body) {
        Violations violations = new Violations();
        JsonFields fields = JsonFields.parse(body, violations);
        var email = fields.required("email", EmailAddress::parse);
        var password = fields.required("password", PlaintextPassword::attempt);
        fields.rejectUnknown();
        violations.throwIfAny();
        return new LogIn.Command(email.orElseThrow(), password.orElseThrow());
    }
}
