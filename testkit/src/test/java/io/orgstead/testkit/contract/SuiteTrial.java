package io.orgstead.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tries a suite on a correct port, on one that does nothing, and on sabotaged ones. */
@Tag("thorough")
abstract class SuiteTrial<P> {

    abstract SuiteRun run(Supplier<? extends P> port);

    abstract P correct();

    abstract P doingNothing();

    abstract Stream<Sabotage<P>> sabotages();

    @Test
    void correctPortPassesEveryTest() {
        SuiteRun run = run(this::correct);

        assertThat(run.failed()).isEmpty();
        assertThat(run.passed()).isNotEmpty();
    }

    @Test
    void portThatDoesNothingFailsEveryTest() {
        SuiteRun run = run(this::doingNothing);

        assertThat(run.passed()).isEmpty();
        assertThat(run.failed()).isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everySabotageIsSeen() {
        return sabotages()
                .map(sabotage -> DynamicTest.dynamicTest(sabotage.what(), () -> {
                    SuiteRun run = run(sabotage);

                    assertThat(run.failed()).contains(sabotage.seenBy());
                }));
    }

    SuiteRun run(Sabotage<P> sabotage) {
        SuiteRun run = run(sabotage.port());
        assertThat(run.passed()).as("what the one fault leaves alone").isNotEmpty();
        return run;
    }
}
