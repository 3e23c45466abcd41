package io.orgstead.application.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One state of the whole: what is shared, how far each instance has come, and what may still go wrong. Whatever can follow
 * depends on nothing else.
 *
 * @param dead a bit for each instance that has died
 * @param order for each operation that has begun, a byte of the operations that were acknowledged before
 */
record State(Contents contents, List<Progress> instances, int dead, int faults, int leaps, long order) {

    /** So many operations fit into {@link #order}. */
    static final int MOST_OPERATIONS = 8;

    boolean runs(int instance) {
        return (dead >> instance & 1) == 0
                && instances.get(instance).broken().isEmpty()
                && instances.get(instance).pending().isPresent();
    }

    boolean isEnd() {
        for (int instance = 0; instance < instances.size(); instance++) {
            if (runs(instance)) {
                return false;
            }
        }
        return true;
    }

    State leapt() {
        return new State(contents.at(contents.now().plus(Explorer.LEAP)), instances, dead, faults, leaps - 1, order);
    }

    State died(int instance) {
        return new State(contents, instances, dead | 1 << instance, faults - 1, leaps, order);
    }

    /** An instance has got an answer. */
    State after(int instance, Answer answer, Contents now, int faultsLeft) {
        Progress before = instances.get(instance);
        List<Progress> next = new ArrayList<>(instances);
        next.set(instance, before.after(answer));
        long nextOrder = before.isAboutToBegin()
                ? order
                        | (long) acknowledged()
                                << (8 * indexOf(instance, before.ends().size()))
                : order;
        return new State(now, List.copyOf(next), dead, faultsLeft, leaps, nextOrder);
    }

    /** The number of an operation among all of all instances. */
    int indexOf(int instance, int operation) {
        int index = operation;
        for (int before = 0; before < instance; before++) {
            index += instances.get(before).instance().actions().size();
        }
        return index;
    }

    /** The operations that were acknowledged before this one began. */
    int acknowledgedBefore(int index) {
        return (int) (order >> (8 * index)) & 0xff;
    }

    /** A bit for each operation whose caller was told that it is done. */
    int acknowledged() {
        return withOutcome(Progress.Outcome.DONE);
    }

    /** A bit for each operation whose caller does not know, and each that an instance died in. */
    int unknown() {
        int bits = withOutcome(Progress.Outcome.UNKNOWN);
        for (int instance = 0; instance < instances.size(); instance++) {
            Progress progress = instances.get(instance);
            if (progress.pending().isPresent() && !progress.isAboutToBegin()) {
                bits |= 1 << indexOf(instance, progress.ends().size());
            }
        }
        return bits;
    }

    private int withOutcome(Progress.Outcome outcome) {
        int bits = 0;
        for (int instance = 0; instance < instances.size(); instance++) {
            List<Progress.End> ends = instances.get(instance).ends();
            for (int operation = 0; operation < ends.size(); operation++) {
                if (ends.get(operation).outcome() == outcome) {
                    bits |= 1 << indexOf(instance, operation);
                }
            }
        }
        return bits;
    }

    Optional<Throwable> broken() {
        return instances.stream()
                .flatMap(progress -> progress.broken().stream())
                .findFirst();
    }
}
