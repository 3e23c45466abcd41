package io.orgstead.benchmarks.load;

import io.orgstead.benchmarks.load.scenario.CreateOrganization;
import io.orgstead.benchmarks.load.scenario.Documents;
import io.orgstead.benchmarks.load.scenario.GetOrganization;
import io.orgstead.benchmarks.load.scenario.GetUnknown;
import io.orgstead.benchmarks.load.scenario.LogIn;
import io.orgstead.benchmarks.load.scenario.RefuseForeign;
import io.orgstead.benchmarks.load.scenario.RenameOrganization;
import io.orgstead.benchmarks.measure.Alternation;
import io.orgstead.benchmarks.measure.Alternation.Step;
import io.orgstead.benchmarks.measure.Scenario;
import io.orgstead.benchmarks.report.Axis;
import io.orgstead.benchmarks.report.LineChart;
import io.orgstead.benchmarks.report.Report;
import io.orgstead.benchmarks.report.Table;
import io.orgstead.benchmarks.report.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Whether any route costs more the more organizations there are: servers with few and with many, asked in turns. */
final class GrowthExperiment implements Experiment {

    private static final int DOCUMENTS = 1_000;
    private static final double NEARLY_EQUAL = 1.25;

    /** The lowest cost that a server takes, so that the hash does not hide the rest. */
    private static final Map<String, String> CHEAP_HASHES = Map.of("ORGSTEAD_BCRYPT_COST", "10");

    private interface Route {

        Scenario on(Installation installation, Tenant tenant) throws IOException;
    }

    private static Map<String, Route> quickRoutes() {
        Map<String, Route> routes = new LinkedHashMap<>();
        routes.put("get", (installation, tenant) -> GetOrganization.on(installation, 1));
        routes.put("get unknown", (installation, tenant) -> GetUnknown.on(installation, 1));
        routes.put("refusal", (installation, tenant) -> RefuseForeign.on(installation, tenant, 1));
        routes.put("data get", (installation, tenant) -> Documents.get(installation, tenant, DOCUMENTS, 1));
        routes.put("data find by index", (installation, tenant) -> Documents.find(installation, tenant, DOCUMENTS, 1));
        routes.put("data insert", (installation, tenant) -> Documents.insert(installation, tenant, 1));
        routes.put(
                "rename", (installation, tenant) -> RenameOrganization.on(installation, Fill.newTenant(installation)));
        return routes;
    }

    private static Map<String, Route> hashingRoutes() {
        Map<String, Route> routes = new LinkedHashMap<>();
        routes.put("login", (installation, tenant) -> LogIn.known(installation, tenant, 1));
        routes.put("create", (installation, tenant) -> CreateOrganization.on(installation, 1));
        return routes;
    }

    @Override
    public void run(Bench bench, Report report) throws IOException, InterruptedException {
        List<Installation> installations = new ArrayList<>();
        try {
            for (int count : bench.organizations()) {
                report.say(String.format(Locale.ROOT, "%nmaking %,d organizations", count));
                installations.add(bench.install(count, CHEAP_HASHES));
            }
            for (Installation installation : installations) {
                Fill.documents(installation, installation.tenant(0), DOCUMENTS);
            }
            Table table = new Table("Cost against the number of organizations: medians in ms, one request at a time");
            LineChart chart = new LineChart(
                    "Cost against the number of organizations",
                    Axis.logarithmic("organizations"),
                    Axis.logarithmic("median of a request, ms"));
            compare(quickRoutes(), installations, bench.single(), table, chart, report);
            compare(hashingRoutes(), installations, bench.singleHashes(), table, chart, report);
            report.add(table);
            report.add("cost-against-organizations", chart);
            Memory.judge(report, "most organizations", installations.get(installations.size() - 1));
        } finally {
            for (Installation installation : installations) {
                installation.close();
            }
        }
    }

    private static void compare(
            Map<String, Route> routes,
            List<Installation> installations,
            Alternation alternation,
            Table table,
            LineChart chart,
            Report report)
            throws IOException {
        for (Map.Entry<String, Route> route : routes.entrySet()) {
            List<Step> steps = new ArrayList<>();
            for (Installation installation : installations) {
                Scenario scenario = route.getValue().on(installation, installation.tenant(0));
                steps.add(SingleCalls.step(Integer.toString(installation.organizations()), scenario));
            }
            Map<String, Histogram> taken = alternation.run(steps);
            double[] counts = installations.stream()
                    .mapToDouble(Installation::organizations)
                    .toArray();
            double[] medians = steps.stream()
                    .mapToDouble(step -> SingleCalls.median(taken, step.name()))
                    .toArray();
            double growth = Arrays.stream(medians).max().orElse(0) / medians[0];
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("route", route.getKey());
            for (int i = 0; i < medians.length; i++) {
                row.put(String.format(Locale.ROOT, "%,.0f", counts[i]), medians[i]);
            }
            row.put("most / fewest", growth);
            table.add(row);
            chart.add(route.getKey(), counts, medians);
            report.add(Verdict.atMost(route.getKey() + " with more organizations, x", growth, NEARLY_EQUAL));
        }
    }
}
