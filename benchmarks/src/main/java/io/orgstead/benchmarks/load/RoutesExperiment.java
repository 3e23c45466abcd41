package io.orgstead.benchmarks.load;

import io.orgstead.benchmarks.bare.BareServer;
import io.orgstead.benchmarks.client.Request;
import io.orgstead.benchmarks.load.scenario.GetOrganization;
import io.orgstead.benchmarks.measure.Calls;
import io.orgstead.benchmarks.measure.Figures;
import io.orgstead.benchmarks.measure.Scenario;
import io.orgstead.benchmarks.process.Listening;
import io.orgstead.benchmarks.report.Report;
import io.orgstead.benchmarks.report.Table;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Thin slice. */
final class RoutesExperiment implements Experiment {

    @Override
    public void run(Bench bench, Report report) throws IOException, InterruptedException {
        try (Installation installation = bench.install(100)) {
            String answer = installation.ask(GetOrganization.request(installation.name(0)), 200);
            Listening javalin = installation.ceiling(BareServer.Kind.JAVALIN, Map.of(BareServer.ANSWER, answer));
            Map<String, Figures> figures = bench.turns()
                    .run(List.of(
                            GetOrganization.on(installation, bench.connections()),
                            Scenario.of(
                                    "bare Javalin",
                                    bench.connections(),
                                    200,
                                    javalin.watched(),
                                    Calls.http(javalin.address(), n -> Request.get("/org/get")))));
            Table table = new Table("Routes");
            figures.values().forEach(f -> table.add(FigureRow.of(f)));
            report.add(table);
        }
    }
}
