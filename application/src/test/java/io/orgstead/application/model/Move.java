package io.orgstead.application.model;

import java.util.Optional;

/** One step from a state to the next, as a line of a trace. */
record Move(Optional<Progress> by, String what, Optional<Call> call, Optional<Answer> answer) {

    static Move leap() {
        return new Move(Optional.empty(), "time passes, and every lease ends", Optional.empty(), Optional.empty());
    }

    static Move death(Progress by) {
        return new Move(Optional.of(by), "dies before ", by.pending(), Optional.empty());
    }

    static Move call(Progress by, Answer answer) {
        return new Move(Optional.of(by), "", by.pending(), Optional.of(answer));
    }

    static Move lostAnswer(Progress by) {
        return new Move(Optional.of(by), "never hears what came of ", by.pending(), Optional.empty());
    }

    static Move failure(Progress by) {
        return new Move(Optional.of(by), "finds the store unavailable for ", by.pending(), Optional.empty());
    }

    @Override
    public String toString() {
        String line = by.map(this::who).orElse("")
                + what
                + call.map(Call::toString).orElse("")
                + answer.map(a -> " -> " + a).orElse("");
        return line
                + by.flatMap(this::ended).map(end -> "\n      and is " + end).orElse("");
    }

    private String who(Progress progress) {
        return progress.instance().number() + " ("
                + progress.instance().actions().get(progress.ends().size()) + ") ";
    }

    /** What the caller is told, if this step was an operation's last. */
    private Optional<String> ended(Progress before) {
        return answer.map(before::after)
                .filter(after -> after.ends().size() > before.ends().size())
                .map(after -> after.ends().get(before.ends().size()).text());
    }
}
