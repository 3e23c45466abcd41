package io.orgstead.testkit.contract;

import io.orgstead.domain.observation.AuditEvent;
import io.orgstead.domain.port.AuditLog;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;

class AuditLogContractTest extends SuiteTrial<AuditLogContractTest.Log> {

    /** A log with what is in it. */
    static class Log implements AuditLog {

        final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        public void record(AuditEvent event) {
            lines.add(line(event));
        }

        String line(AuditEvent event) {
            return event.action().id() + " " + event.outcome().id()
                    + text(event.reason().map(Enum::name)) + text(event.actor()) + text(event.organization());
        }

        static String text(Optional<?> part) {
            return part.map(value -> " " + value.toString().toLowerCase(java.util.Locale.ROOT))
                    .orElse("");
        }
    }

    /** The suite on whatever log is tried. Not run by itself. */
    static final class Suite extends AuditLogContract {

        private static Supplier<? extends Log> logs = Log::new;

        private final Log log = logs.get();

        @Override
        protected AuditLog auditLog() {
            return log;
        }

        @Override
        protected List<String> lines() {
            return log.lines;
        }
    }

    @Override
    SuiteRun run(Supplier<? extends Log> logs) {
        Suite.logs = logs;
        return SuiteRun.of(Suite.class);
    }

    @Override
    Log correct() {
        return new Log();
    }

    @Override
    Log doingNothing() {
        return new Log() {
            @Override
            public void record(AuditEvent event) {}
        };
    }

    @Override
    Stream<Sabotage<Log>> sabotages() {
        return Stream.of(
                new Sabotage<>("says null", "whatIsNotKnownIsLeftOut", () -> new Log() {
                    @Override
                    String line(AuditEvent event) {
                        return super.line(event)
                                + event.actor().map(Object::toString).orElse(" null");
                    }
                }),
                new Sabotage<>("forgets who", "everyEventIsALineThatTellsAllOfIt", () -> new Log() {
                    @Override
                    String line(AuditEvent event) {
                        return event.action().id() + " " + event.outcome().id() + text(event.organization());
                    }
                }),
                new Sabotage<>("a success only", "everyEventIsALineThatTellsAllOfIt", () -> new Log() {
                    @Override
                    public void record(AuditEvent event) {
                        if (event.outcome() == AuditEvent.Outcome.SUCCESS) {
                            super.record(event);
                        }
                    }
                }),
                new Sabotage<>("the last only", "nothingIsLostOrMixedUpAmongMany", () -> new Log() {
                    @Override
                    public synchronized void record(AuditEvent event) {
                        if (event.action() == io.orgstead.domain.observation.AuditAction.ORGANIZATION_DELETION
                                && event.actor().isEmpty()) {
                            lines.clear();
                        }
                        super.record(event);
                    }
                }));
    }
}
