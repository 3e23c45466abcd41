package io.orgstead.benchmarks.load;

import io.orgstead.benchmarks.hashing.JvmHash;
import io.orgstead.benchmarks.hashing.NativeHash;
import io.orgstead.benchmarks.load.scenario.LogIn;
import io.orgstead.benchmarks.measure.Calls;
import io.orgstead.benchmarks.measure.Figures;
import io.orgstead.benchmarks.measure.Scenario;
import io.orgstead.benchmarks.process.Watched;
import io.orgstead.benchmarks.report.Report;
import io.orgstead.benchmarks.report.Table;
import io.orgstead.benchmarks.report.Verdict;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How many logins there are a second, of those that their hashes allow. */
final class LoginsExperiment implements Experiment {

    private static final int FEW = 4;
    private static final int MANY = 16;
    private static final int NATIVE_HASHES = 15;
    private static final double MILLIS_PER_SECOND = 1000;
    private static final double OF_HASHES = 0.95;
    private static final String ALONE = "one hash alone";
    private static final String PER_CORE = "a hash per processor";

    @Override
    public void run(Bench bench, Report report) throws IOException, InterruptedException {
        int cores = Runtime.getRuntime().availableProcessors();
        try (Installation installation = bench.install(1)) {
            Tenant tenant = installation.tenant(0);
            List<Scenario> scenarios = List.of(
                    LogIn.known(installation, tenant, 1).named("login, 1 connection"),
                    hashes(ALONE, 1),
                    LogIn.known(installation, tenant, FEW).named("login, 4 connections"),
                    hashes(PER_CORE, cores),
                    LogIn.known(installation, tenant, MANY).named("login, 16 connections"),
                    LogIn.unknown(installation, FEW).named("login, unknown, 4 connections"));
            Map<String, Figures> figures = bench.turnsOfHashes().run(scenarios);
            double alone = Objects.requireNonNull(figures.get(ALONE)).p50();
            double allowed = cores * MILLIS_PER_SECOND / alone;
            Table table = new Table("Logins beside hashes (" + cores + " processors; one hash alone would make "
                    + String.format(Locale.ROOT, "%.2f", allowed) + " a second)");
            figures.values().forEach(found -> {
                Map<String, Object> row = FigureRow.of(found);
                row.put("of hashes", found.perSecond() / allowed);
                table.add(row);
            });
            addNative(table, cores, allowed, report);
            report.add(table);
            double best = figures.values().stream()
                    .filter(found -> found.name().startsWith("login, ") && found.connections() > 1)
                    .mapToDouble(Figures::perSecond)
                    .min()
                    .orElse(0);
            report.add(Verdict.atLeast("logins a second of hashes", best / allowed, OF_HASHES));
            Errors.judge(report, "logins", figures.values());
            Memory.judge(report, "logins", installation);
        }
    }

    private static Scenario hashes(String name, int threads) {
        return Scenario.of(name, threads, Calls.DONE, Watched.self(), JvmHash.calls());
    }

    private static void addNative(Table table, int cores, double allowed, Report report)
            throws IOException, InterruptedException {
        Optional<NativeHash> compiled = NativeHash.compile();
        if (compiled.isEmpty()) {
            report.say("no C compiler with libcrypt's header here: hashes in native code are left out");
            return;
        }
        for (int processes = 1; processes <= cores; processes += Math.max(1, cores - 1)) {
            double millis = compiled.get().medianMillis(processes, NATIVE_HASHES);
            double perSecond = processes * MILLIS_PER_SECOND / millis;
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("scenario", (processes == 1 ? ALONE : PER_CORE) + ", native C");
            row.put("connections", processes);
            row.put("req/s", perSecond);
            row.put("p50 ms", millis);
            row.put("of hashes", perSecond / allowed);
            table.add(row);
        }
    }
}
