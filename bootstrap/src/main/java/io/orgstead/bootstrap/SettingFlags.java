package io.orgstead.bootstrap;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings on a command line, as {@code --http-port 80} or {@code --http-port=80}, and what else is on it. By hand,
 * and not with the library that the rest is read with: the server's start would have to load that.
 */
final class SettingFlags {

    static final String CONFIG = "--config";

    private final List<GivenValue> values = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> rest = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private @Nullable Path config;

    private SettingFlags() {}

    static SettingFlags parse(List<String> args) {
        SettingFlags flags = new SettingFlags();
        for (int i = 0; i < args.size(); ) {
            i += flags.take(args.get(i), args.stream().skip(i + 1L).findFirst());
        }
        return flags;
    }

    /** The flags that there are. */
    static Stream<String> names() {
        return Stream.concat(Stream.of(CONFIG), SettingName.forCommandLine().map(SettingName::flag));
    }

    /** Returns how many arguments were used up. */
    private int take(String arg, Optional<String> next) {
        int equals = arg.indexOf('=');
        String flag = equals < 0 ? arg : arg.substring(0, equals);
        Optional<SettingName> name = SettingName.all().stream()
                .filter(known -> known.flag().equals(flag))
                .findFirst();
        if (name.isEmpty() && !flag.equals(CONFIG)) {
            rest.add(arg);
            return 1;
        }
        Optional<String> separate = next.filter(following -> equals < 0 && !following.startsWith("--"));
        take(flag, name, equals < 0 ? separate.orElse("") : arg.substring(equals + 1));
        return separate.isPresent() ? 2 : 1;
    }

    private void take(String flag, Optional<SettingName> name, String value) {
        if (name.isPresent() && !name.get().isForCommandLine()) {
            problems.add(flag + " (command line) would show a secret to everybody on this machine; use " + flag
                    + "-file or " + name.get().variable());
        } else if (value.isBlank()) {
            problems.add(flag + " (command line) needs a value");
        } else if (!seen.add(flag)) {
            problems.add(flag + " (command line) is given twice");
        } else if (name.isPresent()) {
            values.add(new GivenValue(name.get(), flag, "command line", value));
        } else {
            config = Path.of(value);
        }
    }

    /** The file with settings that it names. */
    Optional<Path> config() {
        return Optional.ofNullable(config);
    }

    List<GivenValue> values() {
        return List.copyOf(values);
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    /** What is none of the settings, in its order. */
    List<String> rest() {
        return List.copyOf(rest);
    }
}
