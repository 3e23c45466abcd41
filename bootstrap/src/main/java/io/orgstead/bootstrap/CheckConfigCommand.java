package io.orgstead.bootstrap;

import io.orgstead.adapter.http.TlsSettings;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Says which settings hold and where each comes from, and what is wrong with them. Touches no store and no port. */
final class CheckConfigCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("check-config");
        spec.usageMessage()
                .description("print the settings that hold, with their sources; check them, and the files of TLS");
        return spec;
    }

    @Override
    public int run(Invocation invocation) throws InvalidSettingsException {
        GivenSettings given = invocation.settings();
        LogFormat.useForCommand();
        ServerSettings settings = SettingsReader.read(given);
        requireUsableTls(settings);
        TextTable table = new TextTable(List.of("SETTING", "VALUE", "SOURCE"));
        for (Setting setting : Setting.values()) {
            table.add(List.of(setting.variable(), shown(given, setting), source(given, setting)));
        }
        table.printTo(invocation.surroundings().out());
        return Exit.OK;
    }

    private static void requireUsableTls(ServerSettings settings) throws InvalidSettingsException {
        try {
            settings.http().tls().ifPresent(TlsSettings::requireUsableFiles);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(List.of(String.valueOf(e.getMessage())));
        }
    }

    private static String shown(GivenSettings given, Setting setting) {
        return setting.isSecret() && given.find(setting).isPresent() ? "(hidden)" : given.text(setting);
    }

    private static String source(GivenSettings given, Setting setting) {
        return given.find(setting).map(GivenValue::label).orElse("default");
    }
}
