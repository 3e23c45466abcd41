package io.orgstead.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Where and when it was measured, without the machine's name. */
final class Conditions {

    private Conditions() {}

    static Map<String, String> of(String store, double seconds, int rounds) throws IOException {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("date", LocalDate.now(ZoneOffset.UTC).toString());
        conditions.put(
                "processors",
                Runtime.getRuntime().availableProcessors() + " x " + first("/proc/cpuinfo", "model name"));
        conditions.put("memory", first("/proc/meminfo", "MemTotal"));
        conditions.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        conditions.put("JVM", System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"));
        conditions.put("store", store);
        conditions.put("rounds", rounds + " of " + seconds + " s; each figure is their median");
        conditions.put("other load at the start", load());
        return conditions;
    }

    private static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0]
                + " runnable threads on average in the last minute";
    }

    private static String first(String file, String field) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(field))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }
}
