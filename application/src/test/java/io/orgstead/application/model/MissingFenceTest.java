package io.orgstead.application.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The check finds what goes wrong on a store that lacks a fence, and says how it comes about. */
class MissingFenceTest {

    private static final Bound BOUND = new Bound(0, 1);

    @ParameterizedTest
    @EnumSource
    void isFound(Fence missing) {
        String trace = objection(missing).orElseThrow();

        assertThat(trace.lines().filter(line -> line.startsWith("  1 (")))
                .as("calls of one instance in %s", trace)
                .isNotEmpty();
        assertThat(trace.lines().filter(line -> line.startsWith("  2 (")))
                .as("calls of the other in %s", trace)
                .isNotEmpty();
    }

    private static Optional<String> objection(Fence missing) {
        Scene scene = new Scene();
        List<List<Action>> programs = List.copyOf(scene.programs().values());
        return programs.stream()
                .flatMap(first -> programs.stream()
                        .map(second -> new Explorer(scene.contents(), Set.of(missing), BOUND)
                                .explore(Scene.instances(List.of(first, second)))
                                .objection())
                        .flatMap(Optional::stream))
                .findFirst();
    }
}
