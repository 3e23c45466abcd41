package io.orgstead.benchmarks.load;

import io.orgstead.benchmarks.report.Report;
import io.orgstead.benchmarks.report.Verdict;
import java.io.IOException;

/** The target for a server's memory. */
final class Memory {

    private static final double LIMIT_MB = 350;
    private static final double BYTES_PER_MIB = 1024 * 1024;
    private static final double BYTES_PER_MB = 1e6;

    private Memory() {}

    /** Judges the most that the server has had. */
    static void judge(Report report, String experiment, Installation installation) throws IOException {
        double peak = installation.watched().peakMib() * BYTES_PER_MIB / BYTES_PER_MB;
        report.add(Verdict.atMost("memory under load (" + experiment + "), MB", peak, LIMIT_MB));
    }
}
