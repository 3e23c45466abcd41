package io.orgstead.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a process uses, as Linux tells it (proc(5)). */
public final class Watched {

    private static final double TICK_MILLIS = 10;
    private static final double KIB_PER_MIB = 1024;
    private static final int UTIME = 11;
    private static final int STIME = 12;

    private final Path folder;

    private Watched(Path folder) {
        this.folder = folder;
    }

    /** A process. */
    public static Watched process(long pid) {
        return new Watched(Path.of("/proc", Long.toString(pid)));
    }

    /** This one. */
    public static Watched self() {
        return process(ProcessHandle.current().pid());
    }

    /** Processor time of all threads since the start; in steps of 10 ms. */
    public double processorMillis() throws IOException {
        String stat = Files.readString(folder.resolve("stat"));
        // The second field may hold blanks, but no further parenthesis.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME])) * TICK_MILLIS;
    }

    /** Memory now (resident set). */
    public double residentMib() throws IOException {
        return status("VmRSS:");
    }

    /** The most memory that it has had. */
    public double peakMib() throws IOException {
        return status("VmHWM:");
    }

    private double status(String field) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("status"))) {
            String line = lines.filter(found -> found.startsWith(field))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the process has ended"));
            return Long.parseLong(line.replaceAll("\\D", "")) / KIB_PER_MIB;
        }
    }
}
