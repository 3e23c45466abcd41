package io.orgstead.reliability.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the finished jar is run: with settings in the environment, and none of the suite's own. */
final class Jar {

    private Jar() {}

    static ProcessBuilder command(Map<String, String> settings, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Many short lives: quick to start, and light beside others.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xmx128m"));
        command.add("-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"));
        command.addAll(List.of("-jar", System.getProperty("orgstead.jar")));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("ORGSTEAD_"));
        builder.environment().putAll(settings);
        return builder;
    }
}
