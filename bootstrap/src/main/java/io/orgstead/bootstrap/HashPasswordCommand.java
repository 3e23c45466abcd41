package io.orgstead.bootstrap;

import io.orgstead.adapter.security.SecurityAdapters;
import io.orgstead.adapter.security.SecuritySettings;
import io.orgstead.adapter.security.TokenSecret;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.organization.PlaintextPassword;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Model.CommandSpec;

/** Prints the hash of a password, such as for an admin's document. The password never is an argument, nor echoed. */
final class HashPasswordCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("hash-password");
        spec.usageMessage()
                .description(
                        "print the bcrypt hash of a password, which is asked for at a terminal, or else the first line of"
                                + " the input");
        return spec;
    }

    @Override
    public int run(Invocation invocation) throws InvalidSettingsException, IOException {
        LogFormat.useForCommand();
        int cost = SettingsReader.bcryptCost(invocation.settings());
        PlaintextPassword password =
                password(PasswordInput.read(invocation.surroundings().in()));
        SecuritySettings settings = SecuritySettings.defaults(keyOfNothing()).withBcryptCost(cost);
        try (SecurityAdapters security = SecurityAdapters.create(settings, InstantSource.system())) {
            invocation
                    .surroundings()
                    .out()
                    .println(security.passwordHasher().hash(password).reveal());
        }
        return Exit.OK;
    }

    private static PlaintextPassword password(String text) throws InvalidSettingsException {
        try {
            return PlaintextPassword.choose(text);
        } catch (InvalidValueException e) {
            throw new InvalidSettingsException(List.of("the password " + e.getMessage()));
        }
    }

    /** The adapters want a key for tokens; none is made here. */
    private static TokenSecret keyOfNothing() {
        return TokenSecret.ofText(UUID.randomUUID().toString());
    }
}
