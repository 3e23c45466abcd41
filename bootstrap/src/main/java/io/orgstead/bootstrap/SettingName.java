package io.orgstead.bootstrap;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A name that a setting is given by. There is one rule for all of them: {@code HTTP_PORT} is {@code ORGSTEAD_HTTP_PORT} in
 * the environment, {@code http.port} in a file and {@code --http-port} on the command line. A secret has a second name
 * that ends in {@code _FILE}: of a file that holds the value.
 *
 * @param setting what is given
 * @param stem the name that the others are made of
 */
record SettingName(Setting setting, String stem) {

    private static final String FILE_SUFFIX = "_FILE";

    private static final List<SettingName> ALL = Arrays.stream(Setting.values())
            .flatMap(setting -> of(setting).stream())
            .toList();

    static List<SettingName> all() {
        return ALL;
    }

    /** Under which names a setting is given: one, or two if it is secret. */
    static List<SettingName> of(Setting setting) {
        SettingName value = new SettingName(setting, setting.name());
        return setting.isSecret()
                ? List.of(value, new SettingName(setting, setting.name() + FILE_SUFFIX))
                : List.of(value);
    }

    /** Whether it names a file that holds the value. */
    boolean isOfFile() {
        return !stem.equals(setting.name());
    }

    /** Whether it may be on a command line, which everybody on the machine can read. */
    boolean isForCommandLine() {
        return !setting.isSecret() || isOfFile();
    }

    String variable() {
        return Setting.PREFIX + stem;
    }

    String key() {
        return stem.toLowerCase(Locale.ROOT).replace('_', '.');
    }

    String flag() {
        return "--" + stem.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Stream<SettingName> forCommandLine() {
        return ALL.stream().filter(SettingName::isForCommandLine);
    }
}
