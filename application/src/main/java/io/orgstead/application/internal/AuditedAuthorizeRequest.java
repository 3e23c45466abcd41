package io.orgstead.application.internal;

import io.orgstead.application.usecase.AuthorizeRequest;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.failure.AuthenticationException;
import io.orgstead.domain.observation.AuditAction;
import java.util.function.UnaryOperator;

/** Leaves a line for every token that does not hold. What a token says that does not hold is proven by nothing. */
final class AuditedAuthorizeRequest implements AuthorizeRequest {

    private final AuthorizeRequest inner;
    private final AuditTrail audit;

    AuditedAuthorizeRequest(AuthorizeRequest inner, AuditTrail audit) {
        this.inner = inner;
        this.audit = audit;
    }

    @Override
    public Principal authorize(String token) {
        try {
            return inner.authorize(token);
        } catch (AuthenticationException refusal) {
            audit.refused(AuditAction.TOKEN_CHECK, refusal.code(), UnaryOperator.identity());
            throw refusal;
        }
    }
}
