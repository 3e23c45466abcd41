package io.orgstead.bootstrap;

import io.orgstead.adapter.security.SecurityAdapters;
import io.orgstead.adapter.security.SecuritySettings;
import io.orgstead.adapter.security.TokenSecret;
import io.orgstead.application.OrganizationManagement;
import io.orgstead.application.usecase.OrganizationDetails;
import io.orgstead.application.usecase.backup.RestoreRefusedException;
import io.orgstead.bootstrap.Command.Invocation;
import io.orgstead.bootstrap.control.ControlClient;
import io.orgstead.bootstrap.control.ControlRequest;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.failure.DomainException;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.OrganizationName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import picocli.CommandLine.Model.OptionSpec;

/** What commands on organizations and their documents have in common: the core on the store that the settings name. */
final class StoreCommand {

    static final String ORGANIZATION = "--organization";

    private StoreCommand() {}

    /** What a command does. */
    interface Work {

        /** Gives one of {@link Exit}. */
        int run(OrganizationManagement management) throws IOException;
    }

    /** Whether a command changes the store. */
    enum Purpose {
        READ,
        WRITE,
        /** Takes all of it elsewhere, however far that is. */
        MIGRATE
    }

    /** Does the work, and says in a line why it failed, if it did. */
    static int run(Invocation invocation, Purpose purpose, InstantSource clock, Work work)
            throws InvalidSettingsException, IOException {
        return run(invocation, purpose, clock, work, DoctorCommand::reason);
    }

    private static int run(
            Invocation invocation,
            Purpose purpose,
            InstantSource clock,
            Work work,
            Function<RuntimeException, String> reason)
            throws InvalidSettingsException, IOException {
        ServerSettings settings = SettingsReader.read(invocation.settings());
        boolean missing =
                settings.isEmbedded() && !Files.exists(settings.dataFolder().resolve("orgstead.db"));
        if (missing && purpose != Purpose.WRITE) {
            return failed(invocation, "there is no store in " + settings.dataFolder());
        }
        NativeLibraryFolder library = NativeLibraryFolder.claim();
        try (library;
                Stores stores = purpose == Purpose.READ ? Stores.inspect(settings) : Stores.open(settings);
                Watchers watchers = Watchers.open(settings);
                SecurityAdapters security = SecurityAdapters.create(securitySettings(), clock)) {
            if (purpose != Purpose.MIGRATE) {
                stores.requireServable();
            }
            OrganizationManagement management = management(settings, stores, watchers, security, clock);
            if (purpose == Purpose.WRITE) {
                recover(settings, management);
            }
            return work.run(management);
        } catch (RestoreRefusedException | UncheckedIOException | IllegalStateException | DomainException e) {
            return failed(invocation, reason.apply(e));
        } catch (NoSuchFileException | FileAlreadyExistsException e) {
            return failed(invocation, reason(e));
        }
    }

    /**
     * Has a task done by whoever has the store open: the server that uses the embedded store, if it can be reached, else this
     * process.
     */
    static int run(
            Invocation invocation, Purpose purpose, InstantSource clock, OperatorTask task, ControlRequest request)
            throws InvalidSettingsException, IOException {
        ServerSettings settings = SettingsReader.read(invocation.settings());
        Surroundings surroundings = invocation.surroundings();
        TaskConsole console = new TaskConsole(surroundings, clock, surroundings.isTerminal());
        if (settings.isEmbedded()) {
            OptionalInt exitCode = ControlClient.ask(settings.dataFolder(), request, console);
            if (exitCode.isPresent()) {
                return exitCode.getAsInt();
            }
        }
        Path folder = settings.dataFolder();
        return run(
                invocation,
                purpose,
                clock,
                management -> task.run(management, request, console),
                e -> reason(e, folder));
    }

    private static String reason(RuntimeException failure, Path folder) {
        String reason = DoctorCommand.reason(failure);
        return reason.contains("in use by another process")
                ? reason + ". It could do this itself, but nobody answers at " + ControlClient.socket(folder)
                : reason;
    }

    /** On the embedded store nobody else is there, so that whatever is under way was left by somebody dead. */
    private static void recover(ServerSettings settings, OrganizationManagement management) {
        if (settings.isEmbedded()) {
            management.recoverInterrupted().recoverAll();
        } else {
            management.recoverInterrupted().recoverExpired();
        }
    }

    /** Nobody logs in here: the secret signs nothing. */
    private static SecuritySettings securitySettings() {
        return SecuritySettings.defaults(TokenSecret.ofText(UUID.randomUUID() + "-" + UUID.randomUUID()));
    }

    private static OrganizationManagement management(
            ServerSettings settings, Stores stores, Watchers watchers, SecurityAdapters security, InstantSource clock) {
        return stores.core()
                .isolation(settings.isolation())
                .quota(settings.quota())
                .passwordHasher(security.passwordHasher())
                .tokenService(security.tokenService())
                .idSource(security.idSource())
                .auditLog(watchers.auditLog())
                .clock(clock)
                .deleteGrace(settings.deleteGrace())
                .build();
    }

    /** The option that names an organization. */
    static OptionSpec organizationOption(boolean required, String description) {
        return textOption(ORGANIZATION, "NAME", required, description);
    }

    static OptionSpec textOption(String name, String label, boolean required, String description) {
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(label)
                .required(required)
                .description(description)
                .build();
    }

    static Optional<String> text(Invocation invocation, String option) {
        return Optional.of(invocation.options().matchedOptionValue(option, "")).filter(given -> !given.isEmpty());
    }

    static Optional<OrganizationName> name(Invocation invocation, String option) throws InvalidSettingsException {
        return parsed(invocation, option, OrganizationName::parse);
    }

    /** The name that a command cannot do without; one that is empty is wrong, too. */
    static OrganizationName requiredName(Invocation invocation) throws InvalidSettingsException {
        return parsed(ORGANIZATION, invocation.options().matchedOptionValue(ORGANIZATION, ""), OrganizationName::parse);
    }

    static Optional<EmailAddress> email(Invocation invocation, String option) throws InvalidSettingsException {
        return parsed(invocation, option, EmailAddress::parse);
    }

    private static <T> Optional<T> parsed(Invocation invocation, String option, Function<String, T> parser)
            throws InvalidSettingsException {
        Optional<String> given = text(invocation, option);
        return given.isEmpty() ? Optional.empty() : Optional.of(parsed(option, given.get(), parser));
    }

    private static <T> T parsed(String option, String text, Function<String, T> parser)
            throws InvalidSettingsException {
        try {
            return parser.apply(text);
        } catch (InvalidValueException e) {
            throw new InvalidSettingsException(List.of(option + " " + e.getMessage()));
        }
    }

    /** The admin of an organization, on whose behalf an operator acts. */
    static Principal admin(OrganizationManagement management, OrganizationName name) {
        OrganizationDetails found = management.findOrganization().find(name);
        return new Principal(found.adminId(), found.id(), found.name(), found.adminEmail());
    }

    /** Why a file cannot be read or written, for an operator. */
    static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException missing) {
            return "there is no file " + missing.getFile();
        } else if (failure instanceof FileAlreadyExistsException present) {
            return "there is a file " + present.getFile() + " already";
        }
        return Optional.ofNullable(failure.getMessage()).orElseGet(failure::toString);
    }

    static int failed(Invocation invocation, String reason) {
        invocation.surroundings().complain(reason);
        return Exit.FAILED;
    }
}
