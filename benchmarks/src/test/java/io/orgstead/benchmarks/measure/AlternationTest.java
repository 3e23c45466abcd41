package io.orgstead.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orgstead.benchmarks.measure.Alternation.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class AlternationTest {

    @Test
    void beginsWithTheNextOneEachTime() throws IOException {
        List<String> made = new ArrayList<>();

        Map<String, Histogram> taken =
                new Alternation(0, 3).run(List.of(step("a", made), step("b", made), step("c", made)));

        assertThat(made).containsExactly("a", "b", "c", "b", "c", "a", "c", "a", "b");
        assertThat(taken.keySet()).containsExactly("a", "b", "c");
    }

    @Test
    void doesNotCountTheWarmUp() throws IOException {
        List<String> made = new ArrayList<>();

        Map<String, Histogram> taken = new Alternation(5, 2).run(List.of(step("a", made)));

        assertThat(made).hasSize(7);
        assertThat(taken.get("a").getTotalCount()).isEqualTo(2);
    }

    @Test
    void stopsAtAStatusThatIsNotExpected() {
        Step step = new Step("refused", 201, Calls.work(() -> {}));

        assertThatThrownBy(() -> new Alternation(0, 1).run(List.of(step))).hasMessage("refused had status 200");
    }

    private static Step step(String name, List<String> made) {
        return new Step(name, Calls.DONE, Calls.work(() -> made.add(name)));
    }
}
