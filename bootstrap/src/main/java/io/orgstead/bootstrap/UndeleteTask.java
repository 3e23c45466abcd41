package io.orgstead.bootstrap;

import io.orgstead.application.OrganizationManagement;
import io.orgstead.application.usecase.OrganizationDetails;
import io.orgstead.bootstrap.control.ControlRequest;
import io.orgstead.bootstrap.control.OperatorConsole;
import io.orgstead.domain.failure.NotFoundException;
import io.orgstead.domain.organization.OrganizationName;

/** Takes back the deletion of an organization. */
final class UndeleteTask implements OperatorTask {

    static final String NAME = "undelete";
    static final String ORGANIZATION = "organization";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int run(OrganizationManagement management, ControlRequest request, OperatorConsole console) {
        OrganizationName name =
                OrganizationName.parse(request.argument(ORGANIZATION).orElse(""));
        try {
            OrganizationDetails restored = management.restoreOrganization().restore(name);
            console.print("restored organization " + restored.id().value());
            return Exit.OK;
        } catch (NotFoundException e) {
            console.complain(
                    "no deleted organization of this name can be restored: there is none, or its time is over");
            return Exit.FAILED;
        }
    }
}
