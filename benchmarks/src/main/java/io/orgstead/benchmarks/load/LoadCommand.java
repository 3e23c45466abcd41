package io.orgstead.benchmarks.load;

import io.orgstead.benchmarks.report.Report;
import io.orgstead.domain.organization.IsolationModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The load harness as a command. Exits with 1 if a target is not kept. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description =
                "measure a server of its own beside the ceilings that bound it; needs Linux, and the built orgstead.jar")
public final class LoadCommand implements Callable<Integer> {

    private static final Map<String, Experiment> EXPERIMENTS = experiments();

    @Option(names = "--launcher", paramLabel = "FILE", description = "what starts the server")
    private Path launcher = Path.of("deploy/bin/orgstead");

    @Option(names = "--mongodb", paramLabel = "URI", description = "a MongoDB; without it the embedded store")
    private @Nullable String mongodb;

    @Option(names = "--only", split = ",", description = "the experiments to make")
    private List<String> only = new ArrayList<>(EXPERIMENTS.keySet());

    @Option(names = "--seconds", description = "length of a round")
    private double seconds = 2;

    @Option(names = "--rounds", description = "rounds of each scenario")
    private int rounds = 5;

    @Option(names = "--connections", description = "connections of scenarios that do not say how many")
    private int connections = 4;

    @Option(names = "--organizations", split = ",", description = "at how many organizations the cost is compared")
    private List<Integer> organizations = List.of(10, 1_000, 20_000);

    @Option(names = "--models", split = ",", description = "in which isolation models documents are measured")
    private List<IsolationModel> models = List.of(IsolationModel.values());

    @Option(names = "--documents", description = "how many documents the large organization has that is renamed")
    private int documents = 1_000_000;

    @Option(names = "--repeats", description = "how often what takes long is made, one after another")
    private int repeats = 60;

    @Option(names = "--json", paramLabel = "FILE", description = "where to write all figures as JSON")
    private Path json = Path.of("benchmarks/target/load.json");

    @Option(names = "--markdown", paramLabel = "FILE", description = "where to write the tables as Markdown")
    private Path markdown = Path.of("benchmarks/target/load.md");

    @Option(names = "--charts", paramLabel = "FOLDER", description = "where to write the pictures")
    private Path charts = Path.of("benchmarks/target/charts");

    /** For the command line to fill. */
    public LoadCommand() {}

    private static Map<String, Experiment> experiments() {
        Map<String, Experiment> all = new LinkedHashMap<>();
        all.put("routes", new RoutesExperiment());
        all.put("logins", new LoginsExperiment());
        all.put("hashes", new HashCostExperiment());
        all.put("storm", new StormExperiment());
        all.put("rename", new RenameExperiment());
        all.put("growth", new GrowthExperiment());
        all.put("documents", new DocumentsExperiment());
        all.put("load", new RisingLoadExperiment());
        return all;
    }

    @Override
    public Integer call() throws Exception {
        for (String name : only) {
            if (!EXPERIMENTS.containsKey(name)) {
                System.err.println("there is no experiment " + name + "; there are " + EXPERIMENTS.keySet());
                return 2;
            }
        }
        Report report =
                new Report(System.out, Conditions.of(mongodb == null ? "embedded store" : "MongoDB", seconds, rounds));
        try (Seed seed = new Seed()) {
            Bench bench = new Bench(
                    launcher,
                    Optional.ofNullable(mongodb),
                    Duration.ofMillis(Math.round(seconds * 1000)),
                    rounds,
                    connections,
                    organizations,
                    models,
                    documents,
                    repeats,
                    seed);
            for (String name : only) {
                experiment(name).run(bench, report);
            }
        }
        report.finish();
        report.writeJson(json);
        report.writeMarkdown(markdown);
        report.writeCharts(charts);
        report.say("");
        report.say(report.isKept() ? "kept" : "NOT kept");
        return report.isKept() ? 0 : 1;
    }

    private static Experiment experiment(String name) {
        Experiment found = EXPERIMENTS.get(name);
        if (found == null) {
            throw new IllegalArgumentException(name);
        }
        return found;
    }
}
