package io.orgstead.adapter.http;

import io.orgstead.application.OrganizationManagement;
import io.orgstead.application.usecase.AuthorizeRequest;
import io.orgstead.application.usecase.CheckHealth;
import io.orgstead.application.usecase.CreateOrganization;
import io.orgstead.application.usecase.DeleteOrganization;
import io.orgstead.application.usecase.FindOrganization;
import io.orgstead.application.usecase.LogIn;
import io.orgstead.application.usecase.UpdateOrganization;
import io.orgstead.application.usecase.data.OrganizationData;
import java.util.Optional;

/** The use cases that have a route, or stand before one. */
record UseCases(
        CreateOrganization create,
        FindOrganization find,
        UpdateOrganization update,
        DeleteOrganization delete,
        LogIn logIn,
        AuthorizeRequest authorize,
        CheckHealth health,
        Optional<OrganizationData> data) {

    static UseCases of(OrganizationManagement management) {
        return new UseCases(
                management.createOrganization(),
                management.findOrganization(),
                management.updateOrganization(),
                management.deleteOrganization(),
                management.logIn(),
                management.authorizeRequest(),
                management.checkHealth(),
                management.organizationData());
    }
}
