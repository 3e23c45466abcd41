package io.orgstead.bootstrap;

import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;

/** Prints what makes a shell complete commands and flags. The same script is for bash and zsh. */
final class CompletionCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("completion");
        spec.usageMessage()
                .description("print a script that completes commands and flags in bash and zsh:"
                        + " source <(orgstead completion)");
        return spec;
    }

    @Override
    public int run(Invocation invocation) throws InvalidSettingsException {
        // The settings are those of the server, and no business of a shell that starts; arguments are.
        invocation.settings().refuseProblems();
        invocation.surroundings().out().print(AutoComplete.bash("orgstead", CommandHelp.all()));
        return Exit.OK;
    }
}
