package io.orgstead.benchmarks.load;

import io.orgstead.benchmarks.load.scenario.RenameOrganization;
import io.orgstead.benchmarks.report.Report;
import io.orgstead.benchmarks.report.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Whether a rename takes longer the more documents an organization has. */
final class RenameExperiment implements Experiment {

    private static final String SMALL = "rename with 1 document";
    private static final double NEARLY_EQUAL = 1.25;

    @Override
    public void run(Bench bench, Report report) throws IOException, InterruptedException {
        try (Installation installation = bench.install(2)) {
            Tenant small = installation.tenant(0);
            Tenant large = installation.tenant(1);
            String name = String.format(Locale.ROOT, "rename with %,d documents", bench.documents());
            Fill.documents(installation, small, 1);
            report.say("");
            report.say(String.format(Locale.ROOT, "inserting %,d documents", bench.documents()));
            Fill.documents(installation, large, bench.documents());
            Map<String, Histogram> taken = bench.single()
                    .run(List.of(
                            SingleCalls.step(SMALL, RenameOrganization.on(installation, small)),
                            SingleCalls.step(name, RenameOrganization.on(installation, large))));
            report.add(SingleCalls.table("Renames, one at a time", taken, SMALL));
            report.add(Verdict.atMost(name + " beside " + SMALL, SingleCalls.ratio(taken, name, SMALL), NEARLY_EQUAL));
            Memory.judge(report, "rename", installation);
        }
    }
}
