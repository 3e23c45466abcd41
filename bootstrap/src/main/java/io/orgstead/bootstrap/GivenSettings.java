package io.orgstead.bootstrap;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The texts of all settings that are given, whether valid or not. A file is overruled by the environment, and that by
 * flags. A blank text counts as none.
 */
final class GivenSettings {

    private final Map<Setting, GivenValue> chosen = new EnumMap<>(Setting.class);
    private final Set<Setting> unusable = EnumSet.noneOf(Setting.class);
    private final List<String> problems = new ArrayList<>();

    /** Never printed: it holds the secrets of whatever runs here. */
    private final Map<String, String> environment;

    private GivenSettings(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    static GivenSettings of(Map<String, String> environment) {
        return of(environment, SettingFlags.parse(List.of()));
    }

    static GivenSettings of(Map<String, String> environment, SettingFlags flags) {
        GivenSettings given = new GivenSettings(environment);
        given.problems.addAll(flags.problems());
        flags.config().ifPresent(file -> given.overrule(SettingsFile.read(file, given.problems)));
        given.overrule(SettingsEnvironment.read(environment, given.problems));
        given.overrule(flags.values());
        given.readSecretFiles();
        return given;
    }

    /** Values of one place, in place of those of weaker ones. */
    private void overrule(List<GivenValue> values) {
        Map<Setting, GivenValue> ofPlace = new EnumMap<>(Setting.class);
        for (GivenValue value : values) {
            if (value.text().isBlank()) {
                continue;
            }
            GivenValue other = ofPlace.put(value.setting(), value);
            unusable.remove(value.setting());
            if (other != null) {
                problems.add(other.label() + " and " + value.label() + " exclude each other");
                ofPlace.remove(value.setting());
                chosen.remove(value.setting());
                unusable.add(value.setting());
            }
        }
        chosen.putAll(ofPlace);
    }

    private void readSecretFiles() {
        for (GivenValue value : List.copyOf(chosen.values())) {
            if (value.name().isOfFile()) {
                try {
                    chosen.put(value.setting(), value.withText(SecretFile.read(value.text())));
                } catch (IllegalArgumentException e) {
                    problems.add(value.label() + " " + e.getMessage());
                    chosen.remove(value.setting());
                    unusable.add(value.setting());
                }
            }
        }
    }

    Optional<GivenValue> find(Setting setting) {
        return Optional.ofNullable(chosen.get(setting));
    }

    /** The text that was given, or the default's. */
    String text(Setting setting) {
        return find(setting).map(GivenValue::text).orElseGet(setting::defaultText);
    }

    /** Whether somebody meant to give it, and failed; that is among the problems. */
    boolean isUnusable(Setting setting) {
        return unusable.contains(setting);
    }

    /** What messages call a setting: as it is written where it was given. */
    String label(Setting setting) {
        return find(setting).map(GivenValue::label).orElseGet(setting::variable);
    }

    /** The same, with these problems before the others. */
    GivenSettings withProblems(List<String> more) {
        GivenSettings copy = new GivenSettings(environment);
        copy.chosen.putAll(chosen);
        copy.unusable.addAll(unusable);
        copy.problems.addAll(more);
        copy.problems.addAll(problems);
        return copy;
    }

    /** The environment as it is, for settings that other standards name. */
    Map<String, String> environment() {
        return environment;
    }

    /** What was wrong with places and names. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** For commands that need no values. */
    void refuseProblems() throws InvalidSettingsException {
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(problems);
        }
    }
}
