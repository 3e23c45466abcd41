package io.orgstead.benchmarks.load;

import io.orgstead.benchmarks.measure.Alternation;
import io.orgstead.benchmarks.measure.Alternation.Step;
import io.orgstead.benchmarks.measure.Scenario;
import io.orgstead.benchmarks.report.LineChart;
import io.orgstead.benchmarks.report.Report;
import io.orgstead.benchmarks.report.Table;
import io.orgstead.benchmarks.report.Verdict;
import io.orgstead.domain.organization.IsolationModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Servers with few organizations and with many, asked in turns. They end when it is closed. */
final class Growth implements AutoCloseable {

    private static final double NEARLY_EQUAL = 1.25;

    private final Report report;
    private final List<Installation> installations = new ArrayList<>();

    private Growth(Report report) {
        this.report = report;
    }

    /** What is asked of one server, on behalf of one of its organizations. */
    interface Route {

        Scenario on(Installation installation, Tenant tenant) throws IOException;
    }

    /** Starts the servers, with organizations of one isolation model. */
    static Growth over(Bench bench, Report report, IsolationModel model) throws IOException, InterruptedException {
        Growth growth = new Growth(report);
        try {
            for (int count : bench.organizations()) {
                report.say(String.format(Locale.ROOT, "%nmaking %,d organizations (%s)", count, setting(model)));
                growth.installations.add(bench.install(count, model, settings(model)));
            }
            return growth;
        } catch (IOException | InterruptedException | RuntimeException e) {
            growth.close();
            throw e;
        }
    }

    /** Hashes of the lowest cost that a server takes, so that they do not hide the rest. */
    private static Map<String, String> settings(IsolationModel model) {
        return Map.of("ORGSTEAD_BCRYPT_COST", "10", "ORGSTEAD_ISOLATION", setting(model));
    }

    private static String setting(IsolationModel model) {
        return model.name().toLowerCase(Locale.ROOT);
    }

    /** Gives the organization that will be asked for its documents. */
    void fill(int documents) throws IOException {
        for (Installation installation : installations) {
            Fill.documents(installation, installation.tenant(0), documents);
        }
    }

    /** Asks all servers the same, and judges whether the one with the most organizations takes longer. */
    void compare(Map<String, Route> routes, Alternation alternation, String kind, Table table, LineChart chart)
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
            report.add(Verdict.atMost(kind + route.getKey() + " with more organizations, x", growth, NEARLY_EQUAL));
        }
    }

    void judgeMemory(String what) throws IOException {
        Memory.judge(report, what, installations.get(installations.size() - 1));
    }

    @Override
    public void close() throws IOException {
        for (Installation installation : installations) {
            installation.close();
        }
    }
}
