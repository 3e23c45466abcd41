package io.orgstead.bootstrap;

import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * A subcommand. To add one, write its class and list it in {@link Commands}: help, the flags of settings, completion and the
 * reference in docs/configuration.md follow.
 */
interface Command {

    /** Its name, what it does, and what it takes besides settings. Made anew each time. */
    CommandSpec spec();

    /**
     * Does it. What is printed goes to {@link Surroundings#out()}.
     *
     * @return one of {@link Exit}
     * @throws InvalidSettingsException if settings or arguments are wrong, with all that is
     * @throws IOException with a message for the operator if it fails, as any unchecked exception does
     */
    int run(Invocation invocation) throws InvalidSettingsException, IOException;

    /**
     * What a command is run with.
     *
     * @param settings what is given in a file, the environment and flags; not read yet
     * @param options the command's own options and parameters
     * @param surroundings where to read and print
     */
    record Invocation(GivenSettings settings, ParseResult options, Surroundings surroundings) {}
}
