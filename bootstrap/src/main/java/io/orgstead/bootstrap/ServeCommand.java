package io.orgstead.bootstrap;

import picocli.CommandLine.Model.CommandSpec;

/** The server, for help and completion; {@link Main} runs it without the library for command lines. */
final class ServeCommand implements Command {

    static final String NAME = "serve";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name(NAME);
        spec.usageMessage().description("serve organizations over HTTP until asked to stop (SIGTERM); the default");
        return spec;
    }

    @Override
    public int run(Invocation invocation) {
        throw new IllegalStateException("the server is started without this");
    }
}
