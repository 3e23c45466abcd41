package io.orgstead.bootstrap;

import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The flags of settings in help and completion. They are read by {@link SettingFlags}. */
final class SettingOptions {

    private static final String HEADING = "%nSettings:%n"
            + "  Weakest first: a file, the environment, flags. --http-port is http.port in the file and ORGSTEAD_HTTP_PORT in%n"
            + "  the environment. Secrets are not for command lines: ORGSTEAD_JWT_SECRET, or a file that holds one.%n";

    private SettingOptions() {}

    static CommandSpec addTo(CommandSpec spec) {
        ArgGroupSpec.Builder group =
                ArgGroupSpec.builder().heading(HEADING).validate(false).exclusive(false);
        group.addArg(option(SettingFlags.CONFIG, "FILE", "file with settings, a KEY=VALUE a line"));
        SettingName.forCommandLine().forEach(name -> group.addArg(option(name)));
        return spec.addArgGroup(group.build());
    }

    private static OptionSpec option(SettingName name) {
        Setting setting = name.setting();
        String byDefault = setting.defaultText().isEmpty() ? "" : " [" + setting.defaultText() + "]";
        return name.isOfFile()
                ? option(name.flag(), "FILE", "file that holds " + setting.variable() + ": " + setting.meaning())
                : option(name.flag(), "VALUE", setting.meaning() + byDefault);
    }

    private static OptionSpec option(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(String.class)
                .arity("1")
                .paramLabel(label)
                .description(description.replace("%", "%%"))
                .build();
    }
}
