package io.orgstead.application.internal;

import io.orgstead.application.usecase.AuthorizeRequest;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.access.TokenClaims;
import io.orgstead.domain.failure.AuthenticationException;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.Organization;

/** A genuine token counts only while its organization and admin exist and the password it was issued on stands. */
final class AuthorizeRequestHandler implements AuthorizeRequest {

    private final Ports ports;

    AuthorizeRequestHandler(Ports ports) {
        this.ports = ports;
    }

    @Override
    public Principal authorize(String token) {
        TokenClaims claims = ports.tokens().verify(token);
        Organization organization = ports.organizations()
                .findById(claims.organizationId())
                .filter(o -> o.status().isVisible())
                .filter(o -> o.adminId().equals(claims.adminId()))
                .orElseThrow(() -> AuthenticationException.tokenInvalid(null));
        Admin admin = ports.admins()
                .findById(claims.adminId())
                .filter(claims::holdsFor)
                .orElseThrow(() -> AuthenticationException.tokenInvalid(null));
        return new Principal(admin.id(), organization.id(), organization.name(), admin.email());
    }
}
