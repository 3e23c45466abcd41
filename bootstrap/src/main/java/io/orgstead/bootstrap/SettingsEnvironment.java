package io.orgstead.bootstrap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The settings in the environment. */
final class SettingsEnvironment {

    private static final Map<String, SettingName> NAMES =
            SettingName.all().stream().collect(Collectors.toMap(SettingName::variable, Function.identity()));

    private SettingsEnvironment() {}

    /** What the environment gives. What is wrong with it is added to the problems. */
    static List<GivenValue> read(Map<String, String> environment, List<String> problems) {
        environment.keySet().stream()
                .filter(name -> name.startsWith(Setting.PREFIX) && !name.startsWith(Setting.TEST_PREFIX))
                .filter(name -> !NAMES.containsKey(name))
                .sorted()
                .forEach(name -> problems.add(name + " (environment) is no setting of this software"
                        + NearestName.hint(name, NAMES.keySet().stream().sorted())));
        return SettingName.all().stream()
                .flatMap(name -> Optional.ofNullable(environment.get(name.variable()))
                        .map(text -> new GivenValue(name, name.variable(), "environment", text))
                        .stream())
                .toList();
    }
}
