package io.orgstead.benchmarks.load;

import io.orgstead.benchmarks.load.scenario.Documents;
import io.orgstead.benchmarks.load.scenario.GetOrganization;
import io.orgstead.benchmarks.load.scenario.LogIn;
import io.orgstead.benchmarks.load.scenario.RefuseForeign;
import io.orgstead.benchmarks.measure.Figures;
import io.orgstead.benchmarks.measure.Scenario;
import io.orgstead.benchmarks.report.Report;
import io.orgstead.benchmarks.report.Table;
import io.orgstead.benchmarks.report.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What other routes feel of sixteen connections that log in nonstop. */
final class StormExperiment implements Experiment {

    private static final int LOGINS = 16;
    private static final int PAUSE_MILLIS = 20;
    private static final int DOCUMENTS = 1_000;
    private static final double LIMIT = 3;
    private static final String STORM = ", storm";

    @Override
    public void run(Bench bench, Report report) throws IOException, InterruptedException {
        try (Installation installation = bench.install(2)) {
            Tenant tenant = installation.tenant(0);
            Fill.documents(installation, tenant, DOCUMENTS);
            List<Scenario> routes = List.of(
                    GetOrganization.on(installation, bench.connections()),
                    RefuseForeign.on(installation, tenant, bench.connections()),
                    Documents.get(installation, tenant, DOCUMENTS, bench.connections()),
                    Documents.insert(installation, tenant, bench.connections()));
            Scenario logins = LogIn.known(installation, installation.tenant(1), LOGINS);
            // First without rests, so that it is not a cold JVM that is measured.
            bench.turns().warmUp(routes);
            List<Scenario> scenarios = new ArrayList<>();
            for (Scenario route : routes) {
                Scenario quiet = route.paused(PAUSE_MILLIS);
                scenarios.add(quiet);
                scenarios.add(quiet.during(logins, quiet.name() + STORM));
            }
            Map<String, Figures> figures = bench.turnsOfHashes().run(scenarios);
            Table table = new Table("Other routes while 16 connections log in");
            for (Scenario route : routes) {
                Figures quiet = Objects.requireNonNull(figures.get(route.name()));
                Figures storm = Objects.requireNonNull(figures.get(route.name() + STORM));
                Map<String, Object> row = FigureRow.of(storm);
                row.put("p95 x quiet", storm.p95() / quiet.p95());
                table.add(FigureRow.of(quiet));
                table.add(row);
                report.add(Verdict.atMost(
                        "p95 of " + route.name() + " in a storm of logins, x quiet", storm.p95() / quiet.p95(), LIMIT));
            }
            report.add(table);
            Errors.judge(report, "storm", figures.values());
            Memory.judge(report, "storm", installation);
        }
    }
}
