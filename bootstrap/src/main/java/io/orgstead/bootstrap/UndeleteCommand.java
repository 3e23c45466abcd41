package io.orgstead.bootstrap;

import io.orgstead.application.OrganizationRestoration;
import io.orgstead.application.usecase.OrganizationDetails;
import io.orgstead.domain.failure.DomainException;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.failure.NotFoundException;
import io.orgstead.domain.organization.OrganizationName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Takes back the deletion of an organization whose grace period has not ended. */
final class UndeleteCommand implements Command {

    private static final String ORGANIZATION = "--organization";

    private final InstantSource clock;

    UndeleteCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create()
                .name("undelete")
                .addOption(OptionSpec.builder(ORGANIZATION)
                        .type(String.class)
                        .paramLabel("NAME")
                        .required(true)
                        .description("the organization's name")
                        .build());
        spec.usageMessage()
                .description(
                        "restore an organization that was deleted, while ORGSTEAD_DELETE_GRACE has not passed: it is"
                                + " as it was, with its admin and its data. An embedded store must not be in use by a server");
        return spec;
    }

    @Override
    public int run(Invocation invocation) throws InvalidSettingsException, IOException {
        LogFormat.useForCommand();
        OrganizationName name = name(invocation.options().matchedOptionValue(ORGANIZATION, ""));
        ServerSettings settings = SettingsReader.read(invocation.settings());
        if (settings.isEmbedded() && !Files.exists(settings.dataFolder().resolve("orgstead.db"))) {
            return failed(invocation, "there is no store in " + settings.dataFolder());
        }
        NativeLibraryFolder library = NativeLibraryFolder.claim();
        try (library;
                Stores stores = Stores.inspect(settings);
                Watchers watchers = Watchers.open(settings)) {
            OrganizationDetails restored = OrganizationRestoration.of(
                            stores.organizations(), watchers.auditLog(), clock)
                    .restore(name);
            invocation
                    .surroundings()
                    .out()
                    .println("restored organization " + restored.id().value());
            return Exit.OK;
        } catch (NotFoundException e) {
            return failed(
                    invocation,
                    "no deleted organization of this name can be restored: there is none, or its time is over");
        } catch (DomainException | UncheckedIOException | IllegalStateException e) {
            return failed(invocation, String.valueOf(e.getMessage()));
        }
    }

    private static OrganizationName name(String text) throws InvalidSettingsException {
        try {
            return OrganizationName.parse(text);
        } catch (InvalidValueException e) {
            throw new InvalidSettingsException(List.of(ORGANIZATION + " " + e.getMessage()));
        }
    }

    private static int failed(Invocation invocation, String reason) {
        invocation.surroundings().complain(reason);
        return Exit.FAILED;
    }
}
