package io.orgstead.application.internal.move;

import java.util.ArrayList;
import java.util.List;

/** Takes down how far a work is after each of its steps. */
final class Steps implements Pace {

    record Step(long documents, long bytes) {}

    final List<Step> taken = new ArrayList<>();

    @Override
    public void at(long documents, long bytes) {
        taken.add(new Step(documents, bytes));
    }
}
