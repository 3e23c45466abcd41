package io.orgstead.benchmarks.load;

import io.orgstead.application.OrganizationManagementBuilder;
import io.orgstead.benchmarks.bare.BareFind;
import io.orgstead.benchmarks.bare.BareServer;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;

/** A store of its own for one server, removed when it is closed. */
interface Store extends AutoCloseable {

    /** Lets the core work on it, before a server does. */
    void use(Consumer<OrganizationManagementBuilder> work) throws IOException;

    /** The variables that make a server use it. */
    Map<String, String> serverSettings();

    /** Whether a server on it answers {@code GET /org/get} from memory, which moves its target. */
    boolean isKeptInMemory();

    /** The kind of the server that finds with the bare driver. */
    BareServer.Kind bareKind();

    /** The variables that make such a server use it. */
    Map<String, String> bareSettings() throws IOException;

    /** The bare driver on it, in this process. */
    BareFind bareFind() throws IOException;

    @Override
    void close() throws IOException;
}
