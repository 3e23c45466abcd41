package io.orgstead.bootstrap;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What to say of arguments that mean nothing. */
final class UnknownArguments {

    /** The flags that are neither settings nor a command's own. Not in {@link Commands}, which serving does not load. */
    static final List<String> ROOT_FLAGS = List.of("--help", "--version");

    private UnknownArguments() {}

    /**
     * A sentence for each. Only flags are repeated, without their values: anything else may be a secret.
     *
     * @param known the flags that there are besides those of settings
     */
    static List<String> problems(List<String> unknown, Stream<String> known) {
        List<String> flags = Stream.concat(known, SettingFlags.names()).toList();
        List<String> problems = new ArrayList<>();
        boolean afterFlag = false;
        for (String arg : unknown) {
            boolean isFlag = arg.startsWith("-");
            if (isFlag) {
                String flag = arg.replaceFirst("=.*", "");
                problems.add("there is no flag " + flag + NearestName.hint(flag, flags.stream()));
            } else if (!afterFlag) {
                problems.add("an argument is too much (not repeated here, as it may be a secret); see --help");
            }
            afterFlag = isFlag;
        }
        return problems;
    }
}
