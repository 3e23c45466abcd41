package io.orgstead.bootstrap;

import io.orgstead.adapter.metrics.MetricsAdapters;
import io.orgstead.application.usecase.RecoverInterrupted;
import java.util.function.Supplier;

/** Recovery whose runs are counted. */
final class MeteredRecovery implements RecoverInterrupted {

    private final RecoverInterrupted recovery;
    private final MetricsAdapters metrics;

    MeteredRecovery(RecoverInterrupted recovery, MetricsAdapters metrics) {
        this.recovery = recovery;
        this.metrics = metrics;
    }

    @Override
    public Report recoverExpired() {
        return counted(recovery::recoverExpired);
    }

    @Override
    public Report recoverAll() {
        return counted(recovery::recoverAll);
    }

    private Report counted(Supplier<Report> run) {
        try {
            Report report = run.get();
            metrics.recoveryRan(report.finished(), report.undone(), report.postponed());
            return report;
        } catch (RuntimeException | Error e) {
            metrics.recoveryFailed();
            throw e;
        }
    }
}
