package io.orgstead.domain.data;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** One search in one text. Takes the time of the text's length times that of the program, and memory for the program only. */
final class RegexRun {

    private final RegexProgram program;
    private final String text;

    /** States that were come to at the present place. */
    private final BitSet seen = new BitSet();

    /** States yet to be looked at there. */
    private final Deque<Integer> open = new ArrayDeque<>();

    /** Those that wait for a character there. */
    private final List<RegexProgram.State> waiting = new ArrayList<>();

    RegexRun(RegexProgram program, String text) {
        this.program = program;
        this.text = text;
    }

    boolean finds() {
        int index = 0;
        open.push(0);
        while (!settle(index)) {
            if (index == text.length() || (waiting.isEmpty() && program.atStartOnly())) {
                return false;
            }
            int codePoint = text.codePointAt(index);
            index += Character.charCount(codePoint);
            for (RegexProgram.State state : waiting) {
                if (state.set() != null && state.set().has(codePoint)) {
                    open.push(state.next());
                }
            }
            if (!program.atStartOnly()) {
                open.push(0);
            }
        }
        return true;
    }

    /** Goes on from the open states as far as it goes without a character. Says whether that was the end of the expression. */
    private boolean settle(int index) {
        seen.clear();
        waiting.clear();
        while (!open.isEmpty()) {
            int number = open.pop();
            if (number == RegexProgram.State.FOUND) {
                return true;
            }
            if (seen.get(number)) {
                continue;
            }
            seen.set(number);
            RegexProgram.State state = program.states().get(number);
            if (state.set() != null) {
                waiting.add(state);
            } else if (state.place() == null) {
                open.push(state.other());
                open.push(state.next());
            } else if (state.place().isAt(text, index)) {
                open.push(state.next());
            }
        }
        return false;
    }
}
