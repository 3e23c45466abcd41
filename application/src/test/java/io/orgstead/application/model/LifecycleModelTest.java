package io.orgstead.application.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every course of events of two instances, and of three of which one recovers. How far it goes is set by
 * {@code -Dorgstead.model.faults}, {@code -Dorgstead.model.leaps} and {@code -Dorgstead.model.faults-of-three}.
 */
@Tag("thorough")
class LifecycleModelTest {

    private static final Bound OF_TWO =
            new Bound(Integer.getInteger("orgstead.model.faults", 1), Integer.getInteger("orgstead.model.leaps", 1));
    private static final Bound OF_THREE =
            new Bound(Integer.getInteger("orgstead.model.faults-of-three", 0), OF_TWO.leaps());

    private static long scenarios;
    private static long states;
    private static BigInteger courses = BigInteger.ZERO;

    private final Scene scene = new Scene();

    static List<Arguments> pairs() {
        return pairsOf(List.copyOf(new Scene().programs().keySet()));
    }

    static List<Arguments> pairsOfOperations() {
        return pairsOf(new Scene()
                .programs().entrySet().stream()
                        .filter(program -> program.getValue().size() == 1)
                        .map(program -> program.getKey())
                        .toList());
    }

    private static List<Arguments> pairsOf(List<String> programs) {
        List<Arguments> pairs = new ArrayList<>();
        for (int first = 0; first < programs.size(); first++) {
            for (int second = first; second < programs.size(); second++) {
                if (!isRenamedBack(programs.get(first), programs.get(second))) {
                    pairs.add(Arguments.of(programs.get(first), programs.get(second)));
                }
            }
        }
        return pairs;
    }

    /** One of the two may find the other stalled and rename back: that is {@link #ofARenameBackUnderAStalledOwner}. */
    private static boolean isRenamedBack(String first, String second) {
        return Stream.of(first, second).allMatch(program -> program.contains("update beta"))
                && Stream.of(first, second).anyMatch(program -> program.contains("beta to Beta"))
                && !first.equals(second);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void ofTwoInstances(String first, String second) {
        assertThat(explore(OF_TWO, List.of(program(first), program(second)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pairsOfOperations")
    void ofTwoInstancesAndOneThatRecovers(String first, String second) {
        assertThat(explore(OF_THREE, List.of(program(first), program(second), List.of(Action.recover()))))
                .isEmpty();
    }

    /** The late move of a stalled owner is healed by the owner: see ADR 0002. */
    @ParameterizedTest
    @MethodSource("backUnderAStalledOwner")
    void ofARenameBackUnderAStalledOwner(List<Action> back) {
        List<List<Action>> programs = List.of(scene.renameAway(), back);

        assertThat(explore(new Bound(0, 1), programs)).isEmpty();
        assertThat(explore(new Bound(1, 0), programs)).isEmpty();
        assertThat(explore(new Bound(1, 1), programs))
                .as("what stays open: the owner dies, or gets no answer, in between")
                .hasValueSatisfying(trace -> assertThat(trace)
                        .contains("TenantCollections.rename(org_acme, incarnation f002 #1, org_gamma)"));
    }

    static List<List<Action>> backUnderAStalledOwner() {
        return new Scene().backUnderAStalledOwner();
    }

    private List<Action> program(String name) {
        return scene.programs().get(name);
    }

    private Optional<String> explore(Bound bound, List<List<Action>> programs) {
        Exploration found = new Explorer(scene.contents(), Set.of(), bound).explore(Scene.instances(programs));
        scenarios++;
        states += found.states();
        courses = courses.add(found.courses());
        return found.objection();
    }

    @AfterAll
    static void report() {
        System.out.printf(
                "Model check: %d scenarios of two instances (%s) or three (%s), %d states, %d interleavings%n",
                scenarios, OF_TWO, OF_THREE, states, courses);
    }
}
