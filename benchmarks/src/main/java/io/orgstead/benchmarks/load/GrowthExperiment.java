package io.orgstead.benchmarks.load;

import io.orgstead.benchmarks.load.scenario.CreateOrganization;
import io.orgstead.benchmarks.load.scenario.Documents;
import io.orgstead.benchmarks.load.scenario.GetOrganization;
import io.orgstead.benchmarks.load.scenario.GetUnknown;
import io.orgstead.benchmarks.load.scenario.LogIn;
import io.orgstead.benchmarks.load.scenario.RefuseForeign;
import io.orgstead.benchmarks.load.scenario.RenameOrganization;
import io.orgstead.benchmarks.report.Axis;
import io.orgstead.benchmarks.report.LineChart;
import io.orgstead.benchmarks.report.Report;
import io.orgstead.benchmarks.report.Table;
import io.orgstead.domain.organization.IsolationModel;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whether any route costs more the more organizations there are: servers with few and with many, asked in turns. */
final class GrowthExperiment implements Experiment {

    private static final int DOCUMENTS = 1_000;

    private static Map<String, Growth.Route> quickRoutes() {
        Map<String, Growth.Route> routes = new LinkedHashMap<>();
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

    private static Map<String, Growth.Route> hashingRoutes() {
        Map<String, Growth.Route> routes = new LinkedHashMap<>();
        routes.put("login", (installation, tenant) -> LogIn.known(installation, tenant, 1));
        routes.put("create", (installation, tenant) -> CreateOrganization.on(installation, 1));
        return routes;
    }

    @Override
    public void run(Bench bench, Report report) throws IOException, InterruptedException {
        try (Growth growth = Growth.over(bench, report, IsolationModel.COLLECTION)) {
            growth.fill(DOCUMENTS);
            Table table = new Table("Cost against the number of organizations: medians in ms, one request at a time");
            LineChart chart = new LineChart(
                    "Cost against the number of organizations",
                    Axis.logarithmic("organizations"),
                    Axis.logarithmic("median of a request, ms"));
            growth.compare(quickRoutes(), bench.single(), "", table, chart);
            growth.compare(hashingRoutes(), bench.singleHashes(), "", table, chart);
            report.add(table);
            report.add("cost-against-organizations", chart);
            growth.judgeMemory("most organizations");
        }
    }
}
