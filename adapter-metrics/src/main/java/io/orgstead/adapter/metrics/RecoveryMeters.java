package io.orgstead.adapter.metrics;

import java.util.List;

/** Counts what recovery does. */
final class RecoveryMeters {

    private static final String RUNS = "orgstead.recovery.runs";
    private static final String RUNS_HELP = "Runs of recovery";
    private static final String OPERATIONS = "orgstead.recovery.operations";
    private static final String OPERATIONS_HELP = "Interrupted operations that recovery came upon";

    private final Loading loading;
    private volatile int backlog;

    RecoveryMeters(Loading loading) {
        this.loading = loading;
        loading.with(meters -> {
            for (String outcome : List.of("completed", "failed")) {
                meters.counter(RUNS, RUNS_HELP, List.of("outcome", outcome));
            }
            for (String result : List.of("finished", "undone", "postponed")) {
                meters.counter(OPERATIONS, OPERATIONS_HELP, List.of("result", result));
            }
            meters.gauge(
                    "orgstead.recovery.backlog",
                    "Interrupted operations that the latest run of recovery left unsettled",
                    () -> backlog);
        });
    }

    void ran(int finished, int undone, int postponed) {
        backlog = postponed;
        loading.with(meters -> {
            meters.counter(RUNS, RUNS_HELP, List.of("outcome", "completed")).increment();
            count(meters, "finished", finished);
            count(meters, "undone", undone);
            count(meters, "postponed", postponed);
        });
    }

    void failed() {
        loading.with(meters ->
                meters.counter(RUNS, RUNS_HELP, List.of("outcome", "failed")).increment());
    }

    private static void count(Meters meters, String result, int number) {
        meters.counter(OPERATIONS, OPERATIONS_HELP, List.of("result", result)).increment(number);
    }
}
