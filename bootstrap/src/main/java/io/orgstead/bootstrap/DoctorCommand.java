package io.orgstead.bootstrap;

import io.orgstead.application.StoreDiagnostics;
import io.orgstead.application.usecase.DiagnoseStore.Finding;
import io.orgstead.application.usecase.DiagnoseStore.Report;
import io.orgstead.application.usecase.DiagnoseStore.Severity;
import io.orgstead.application.usecase.DiagnoseStore.Subject;
import io.orgstead.domain.failure.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Examines the store that the settings name, and changes nothing in it. */
final class DoctorCommand implements Command {

    private static final String JSON = "--json";

    private final InstantSource clock;

    DoctorCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create()
                .name("doctor")
                .addOption(OptionSpec.builder(JSON)
                        .type(boolean.class)
                        .description("print one JSON object instead of a table")
                        .build());
        spec.usageMessage()
                .description("examine the store: whether it answers, its indexes, its clock, leftovers of crashed"
                        + " operations, the number of collections. An embedded store must not be in use by a server");
        return spec;
    }

    @Override
    public int run(Invocation invocation) throws InvalidSettingsException, IOException {
        LogFormat.useForCommand();
        Report report = examine(SettingsReader.read(invocation.settings()));
        FindingsPrinter printer = new FindingsPrinter(invocation.surroundings().out());
        if (invocation.options().hasMatchedOption(JSON)) {
            printer.printJson(report);
        } else {
            printer.printTable(report);
        }
        return report.severity() == Severity.PROBLEM ? Exit.FAILED : Exit.OK;
    }

    private Report examine(ServerSettings settings) throws IOException {
        if (!settings.isEmbedded()) {
            return examineStore(settings);
        }
        if (!Files.exists(settings.dataFolder().resolve("orgstead.db"))) {
            return only(
                    Severity.WARNING, "there is none in " + settings.dataFolder() + " yet; the first start makes it");
        }
        NativeLibraryFolder library = NativeLibraryFolder.claim();
        try (library) {
            return examineStore(settings);
        }
    }

    private Report examineStore(ServerSettings settings) {
        try (Stores stores = Stores.inspect(settings)) {
            return StoreDiagnostics.of(
                            stores.diagnosis(),
                            stores.organizations(),
                            stores.admins(),
                            stores.tenantCollections(),
                            clock)
                    .diagnose();
        } catch (RuntimeException e) {
            return only(Severity.PROBLEM, reason(e));
        }
    }

    /** Why a store cannot be used, for an operator. */
    static String reason(RuntimeException failure) {
        Throwable told = failure instanceof StoreUnavailableException && failure.getCause() != null
                ? failure.getCause()
                : failure;
        String message = Optional.ofNullable(told.getMessage()).orElseGet(told::toString);
        return message.contains("in use by another process")
                ? message + "; a running server has its store to itself: ask its /health/ready, or stop it first"
                : message;
    }

    private static Report only(Severity severity, String detail) {
        return new Report(List.of(new Finding(Subject.STORE, severity, detail)));
    }
}
