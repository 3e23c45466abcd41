package io.orgstead.domain.data;

import io.orgstead.domain.failure.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression as the states of a machine that is in many of them at once, and reads each character of a text once.
 *
 * @param states the first is where it begins
 * @param atStartOnly whether it can begin nowhere but where the text does
 */
record RegexProgram(List<State> states, boolean atStartOnly) {

    /** The most states: what a character of the text costs at worst. */
    static final int MAX_STATES = 1_000;

    /**
     * A state. One of a set goes on to the next state with a character, one of a place goes on without one, and one of neither goes
     * on to two others, where the same one twice is a jump; to {@link #FOUND} from the last.
     */
    record State(@Nullable CharacterSet set, RegexNode.@Nullable Place place, int next, int other) {

        static final int FOUND = -1;

        State withNext(int target) {
            return new State(set, place, target, other);
        }

        State withOther(int target) {
            return new State(set, place, next, target);
        }
    }

    RegexProgram {
        states = List.copyOf(states);
    }

    static RegexProgram of(RegexNode node) {
        List<State> states = new ArrayList<>();
        add(node, states);
        add(new State(null, null, State.FOUND, State.FOUND), states);
        return new RegexProgram(states, beginsAtStart(node));
    }

    private static boolean beginsAtStart(RegexNode node) {
        if (node instanceof RegexNode.Sequence sequence) {
            return !sequence.parts().isEmpty() && beginsAtStart(sequence.parts().get(0));
        }
        if (node instanceof RegexNode.Choice choice) {
            return choice.parts().stream().allMatch(RegexProgram::beginsAtStart);
        }
        return node instanceof RegexNode.At at && at.place() == RegexNode.Place.START;
    }

    private static int add(State state, List<State> states) {
        if (states.size() == MAX_STATES) {
            throw new InvalidValueException("a regular expression must not repeat so much so often");
        }
        states.add(state);
        return states.size() - 1;
    }

    private static void add(RegexNode node, List<State> states) {
        int next = states.size() + 1;
        if (node instanceof RegexNode.One one) {
            add(new State(one.set(), null, next, next), states);
        } else if (node instanceof RegexNode.At at) {
            add(new State(null, at.place(), next, next), states);
        } else if (node instanceof RegexNode.Sequence sequence) {
            sequence.parts().forEach(part -> add(part, states));
        } else if (node instanceof RegexNode.Choice choice) {
            addChoice(choice.parts(), states);
        } else if (node instanceof RegexNode.Repeat repeat) {
            addRepeat(repeat, states);
        }
    }

    private static void addChoice(List<RegexNode> parts, List<State> states) {
        List<Integer> exits = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1;
            int fork = last ? 0 : add(new State(null, null, states.size() + 1, 0), states);
            add(parts.get(i), states);
            if (!last) {
                exits.add(add(new State(null, null, 0, 0), states));
                states.set(fork, states.get(fork).withOther(states.size()));
            }
        }
        int end = states.size();
        exits.forEach(exit -> states.set(exit, states.get(exit).withNext(end).withOther(end)));
    }

    private static void addRepeat(RegexNode.Repeat repeat, List<State> states) {
        for (int i = 0; i < repeat.least(); i++) {
            add(repeat.part(), states);
        }
        List<Integer> exits = new ArrayList<>();
        if (repeat.most() == RegexNode.ENDLESS) {
            int fork = add(new State(null, null, states.size() + 1, 0), states);
            add(repeat.part(), states);
            add(new State(null, null, fork, fork), states);
            exits.add(fork);
        } else {
            for (int i = repeat.least(); i < repeat.most(); i++) {
                exits.add(add(new State(null, null, states.size() + 1, 0), states));
                add(repeat.part(), states);
            }
        }
        int end = states.size();
        exits.forEach(exit -> states.set(exit, states.get(exit).withOther(end)));
    }

    boolean find(String text) {
        return new RegexRun(this, text).finds();
    }
}
