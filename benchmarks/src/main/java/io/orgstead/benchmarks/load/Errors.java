package io.orgstead.benchmarks.load;

import io.orgstead.benchmarks.measure.Figures;
import io.orgstead.benchmarks.report.Report;
import io.orgstead.benchmarks.report.Verdict;
import java.util.Collection;

/** Figures of requests that failed are worth nothing. */
final class Errors {

    private Errors() {}

    static void judge(Report report, String experiment, Collection<Figures> figures) {
        double errors = figures.stream().mapToDouble(Figures::errors).sum();
        report.add(Verdict.atMost("errors (" + experiment + ")", errors, 0));
    }
}
