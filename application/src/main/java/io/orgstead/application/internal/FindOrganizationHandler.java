package io.orgstead.application.internal;

import io.orgstead.application.usecase.FindOrganization;
import io.orgstead.application.usecase.OrganizationDetails;
import io.orgstead.domain.failure.NotFoundException;
import io.orgstead.domain.organization.OrganizationName;

final class FindOrganizationHandler implements FindOrganization {

    private final Ports ports;

    FindOrganizationHandler(Ports ports) {
        this.ports = ports;
    }

    @Override
    public OrganizationDetails find(OrganizationName name) {
        return ports.organizations()
                .findByName(name)
                .filter(organization -> organization.status().isVisible())
                .map(OrganizationDetails::of)
                .orElseThrow(NotFoundException::new);
    }
}
