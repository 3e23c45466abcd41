package io.orgstead.benchmarks.load;

import io.orgstead.benchmarks.report.Report;
import java.io.IOException;

/** Something to find out. */
interface Experiment {

    /** Finds it out, with servers of its own. */
    void run(Bench bench, Report report) throws IOException, InterruptedException;
}
