package io.orgstead.benchmarks.load;

import io.orgstead.benchmarks.hashing.JvmHash;
import io.orgstead.benchmarks.load.scenario.CreateOrganization;
import io.orgstead.benchmarks.load.scenario.LogIn;
import io.orgstead.benchmarks.measure.Alternation.Step;
import io.orgstead.benchmarks.measure.Calls;
import io.orgstead.benchmarks.measure.Scenario;
import io.orgstead.benchmarks.report.Report;
import io.orgstead.benchmarks.report.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** What a login and a creation take beside the one hash in each, and whether a login tells who is known. */
final class HashCostExperiment implements Experiment {

    private static final String ALONE = "one hash alone";
    private static final double NEARLY_EQUAL = 0.03;
    private static final double CREATE = 1.15;

    @Override
    public void run(Bench bench, Report report) throws IOException, InterruptedException {
        try (Installation installation = bench.install(1)) {
            Tenant tenant = installation.tenant(0);
            Scenario unknown = LogIn.unknown(installation, 1);
            Scenario wrong = LogIn.wrong(installation, tenant, 1);
            Scenario create = CreateOrganization.on(installation, 1);
            Map<String, Histogram> taken = bench.singleHashes()
                    .run(List.of(
                            new Step(ALONE, Calls.DONE, JvmHash.calls()),
                            SingleCalls.step(unknown),
                            SingleCalls.step(wrong),
                            SingleCalls.step(LogIn.known(installation, tenant, 1)),
                            SingleCalls.step(create)));
            report.add(SingleCalls.table("What takes a hash, one at a time", taken, ALONE));
            double difference = SingleCalls.ratio(taken, unknown.name(), wrong.name()) - 1;
            report.add(
                    Verdict.atMost("unknown login beside a known one, difference", Math.abs(difference), NEARLY_EQUAL));
            report.add(Verdict.atMost(
                    "create beside one hash alone", SingleCalls.ratio(taken, create.name(), ALONE), CREATE));
        }
    }
}
