package io.orgstead.testkit.contract;

import io.orgstead.domain.port.MetricsPage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

class MetricsPageContractTest extends SuiteTrial<MetricsPage> {

    private static final String TEXT = """
            # HELP jvm_threads How many threads there are
            # TYPE jvm_threads gauge
            jvm_threads{state="new",name="a \\"b\\""} 1.0
            jvm_threads{state="waiting",name=""} NaN
            # HELP requests_total Requests
            # TYPE requests_total counter
            requests_total 3.0
            """;

    /** The suite on whatever page is tried. Not run by itself. */
    static final class Suite extends MetricsPageContract {

        private static Supplier<? extends MetricsPage> pages = () -> () -> TEXT;

        @Override
        protected MetricsPage page() {
            return pages.get();
        }
    }

    @Override
    SuiteRun run(Supplier<? extends MetricsPage> pages) {
        Suite.pages = pages;
        return SuiteRun.of(Suite.class);
    }

    @Override
    MetricsPage correct() {
        return () -> TEXT;
    }

    @Override
    MetricsPage doingNothing() {
        return () -> "";
    }

    @Override
    Stream<Sabotage<MetricsPage>> sabotages() {
        return Stream.of(
                new Sabotage<>("another format", "everyLineIsACommentOrASample", () -> () -> TEXT + "# EOF\n"),
                new Sabotage<>("a series twice", "noSeriesIsThereTwice", () -> () -> TEXT + "requests_total 4.0\n"),
                new Sabotage<>(
                        "a sample without a type",
                        "everySampleHasANumberAndATypeBeforeIt",
                        () -> () -> TEXT + "stray 1.0\n"),
                new Sabotage<>("one reader at a time", "manyMayReadAtOnce", () -> {
                    AtomicInteger read = new AtomicInteger();
                    return () -> read.incrementAndGet() > 5 ? "" : TEXT;
                }));
    }
}
