package io.orgstead.benchmarks.load;

import io.orgstead.benchmarks.bare.BareFind;
import io.orgstead.benchmarks.load.scenario.Documents;
import io.orgstead.benchmarks.load.scenario.GetOrganization;
import io.orgstead.benchmarks.load.scenario.GetUnknown;
import io.orgstead.benchmarks.load.scenario.MixedTraffic;
import io.orgstead.benchmarks.load.scenario.RefuseForeign;
import io.orgstead.benchmarks.load.scenario.RenameOrganization;
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

/** How much of what the libraries do alone is left of each route. */
final class RoutesExperiment implements Experiment {

    private static final int ORGANIZATIONS = 100;
    private static final int DOCUMENTS = 10_000;
    private static final double OF_JAVALIN = 0.6;
    private static final double OF_HANDLER_AND_DRIVER = 0.8;

    @Override
    public void run(Bench bench, Report report) throws IOException, InterruptedException {
        try (Installation installation = bench.install(ORGANIZATIONS);
                BareFind find = installation.store().bareFind()) {
            int connections = bench.connections();
            Tenant tenant = installation.tenant(0);
            Fill.documents(installation, tenant, DOCUMENTS);
            List<Scenario> scenarios = new ArrayList<>();
            Scenario get = GetOrganization.on(installation, connections);
            scenarios.add(get);
            scenarios.addAll(Ceilings.beside(installation, find, connections));
            scenarios.add(GetUnknown.on(installation, connections));
            scenarios.add(RefuseForeign.on(installation, tenant, connections));
            scenarios.add(MixedTraffic.on(installation, tenant, connections));
            scenarios.add(Documents.get(installation, tenant, DOCUMENTS, connections));
            scenarios.add(Documents.find(installation, tenant, DOCUMENTS, connections));
            scenarios.add(Documents.insert(installation, tenant, connections));
            scenarios.add(Documents.insertMany(installation, tenant, 1));
            // Of its own: what gets organizations is to find the others by their names.
            scenarios.add(RenameOrganization.on(installation, Fill.newTenant(installation)));
            Map<String, Figures> figures = bench.turns().run(scenarios);
            report.add(table(figures));
            double ofJavalin = ratio(figures, get.name(), Ceilings.JAVALIN);
            double ofBoth = ratio(figures, get.name(), Ceilings.HANDLER_AND_DRIVER);
            report.add(
                    installation.store().isKeptInMemory()
                            ? Verdict.atLeast("get of bare Javalin, from memory", ofJavalin, OF_JAVALIN)
                            : Verdict.atLeast("get of bare Javalin and driver", ofBoth, OF_HANDLER_AND_DRIVER));
            Errors.judge(report, "routes", figures.values());
            Memory.judge(report, "routes", installation);
        }
    }

    private static double ratio(Map<String, Figures> figures, String name, String ceiling) {
        return of(figures, name).perSecond() / of(figures, ceiling).perSecond();
    }

    private static Figures of(Map<String, Figures> figures, String name) {
        return Objects.requireNonNull(figures.get(name), name);
    }

    private static Table table(Map<String, Figures> figures) {
        Table table = new Table("Routes beside the libraries alone");
        figures.values().forEach(found -> {
            Map<String, Object> row = FigureRow.of(found);
            row.put("of Javalin", ratio(figures, found.name(), Ceilings.JAVALIN));
            row.put("of Jetty", ratio(figures, found.name(), Ceilings.JETTY));
            row.put("of Javalin and driver", ratio(figures, found.name(), Ceilings.HANDLER_AND_DRIVER));
            table.add(row);
        });
        return table;
    }
}
