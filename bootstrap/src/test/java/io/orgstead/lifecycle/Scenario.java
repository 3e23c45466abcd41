package io.orgstead.lifecycle;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * An operation, and what to expect of it.
 *
 * @param before sets the scene
 * @param operation what one instance does; throws what the use case throws
 * @param refused whether the operation is refused where nothing goes wrong
 * @param done whether the operation has taken effect
 * @param next what others do once recovery has decided, while the owner still stalls
 * @param after checks that the operation took effect as a whole or not at all
 * @param foreign collections that no organization owns
 */
record Scenario(
        Consumer<World> before,
        Consumer<World> operation,
        boolean refused,
        Predicate<World> done,
        Consumer<World> next,
        Consumer<World> after,
        List<String> foreign) {

    static Scenario of(Consumer<World> operation) {
        return new Scenario(world -> {}, operation, false, world -> false, world -> {}, world -> {}, List.of());
    }

    Scenario before(Consumer<World> scene) {
        return new Scenario(scene, operation, refused, done, next, after, foreign);
    }

    Scenario expectingRefusal() {
        return new Scenario(before, operation, true, world -> false, next, after, foreign);
    }

    Scenario doneIf(Predicate<World> effect) {
        return new Scenario(before, operation, refused, effect, next, after, foreign);
    }

    Scenario next(Consumer<World> others) {
        return new Scenario(before, operation, refused, done, others, after, foreign);
    }

    Scenario after(Consumer<World> check) {
        return new Scenario(before, operation, refused, done, next, check, foreign);
    }

    Scenario withForeign(String collection) {
        return new Scenario(before, operation, refused, done, next, after, List.of(collection));
    }
}
