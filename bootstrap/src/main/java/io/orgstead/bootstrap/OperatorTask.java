package io.orgstead.bootstrap;

import io.orgstead.application.OrganizationManagement;
import io.orgstead.bootstrap.control.ControlRequest;
import io.orgstead.bootstrap.control.OperatorConsole;
import java.io.IOException;

/** What a command does where the store is open: in its own process, or in that of the server which uses the store. */
interface OperatorTask {

    /** The command's name. */
    String name();

    /**
     * Does it.
     *
     * @return one of {@link Exit}
     */
    int run(OrganizationManagement management, ControlRequest request, OperatorConsole console) throws IOException;
}
