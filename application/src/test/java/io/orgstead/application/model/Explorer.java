package io.orgstead.application.model;

import io.orgstead.domain.port.Admins;
import io.orgstead.domain.port.Organizations;
import io.orgstead.domain.port.TenantCollections;
import java.math.BigInteger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes through every course of events of some instances: at each moment any of them may make its next call, and, within the
 * bound, die, miss the answer, or stall until its lease has ended. A state that was reached before is gone on from once
 * only; with how many courses lead to it is counted. The first objection found is one of the shortest.
 */
final class Explorer {

    /** Longer than any lease. */
    static final Duration LEAP = Duration.ofMinutes(15);

    private static final class Node {
        private final State state;
        private final @Nullable Node parent;
        private final Optional<Move> move;
        private BigInteger courses;

        Node(State state, @Nullable Node parent, Optional<Move> move, BigInteger courses) {
            this.state = state;
            this.parent = parent;
            this.move = move;
            this.courses = courses;
        }
    }

    private final ModelStore store;
    private final Map<Class<?>, Object> implementations;
    private final Judge judge;
    private final Bound bound;
    private final Map<Contents, Contents> known = new HashMap<>();
    private Map<State, Node> layer = new LinkedHashMap<>();
    private Map<State, Node> nextLayer = new LinkedHashMap<>();

    Explorer(Contents start, Set<Fence> missing, Bound bound) {
        this.store = new ModelStore(start, missing);
        this.implementations = Map.of(
                Organizations.class, store.organizations(),
                Admins.class, store.admins(),
                TenantCollections.class, store.tenantCollections(),
                InstantSource.class, store);
        this.judge = new Judge(start, missing);
        this.bound = bound;
    }

    /** Explores all of it, or up to the first objection. */
    Exploration explore(List<Instance> instances) {
        long states = 0;
        BigInteger courses = BigInteger.ZERO;
        Contents start = kept(store.contents());
        State first =
                new State(start, instances.stream().map(Progress::start).toList(), 0, bound.faults(), bound.leaps(), 0);
        layer = Map.of(first, new Node(first, null, Optional.empty(), BigInteger.ONE));
        while (!layer.isEmpty()) {
            nextLayer = new LinkedHashMap<>();
            for (Node node : layer.values()) {
                states++;
                Optional<String> objection = judge.objection(node.state, bound);
                if (objection.isPresent()) {
                    return new Exploration(states, courses, Optional.of(trace(node, objection.get())));
                }
                if (node.state.isEnd()) {
                    courses = courses.add(node.courses);
                } else {
                    goOn(node);
                }
            }
            layer = nextLayer;
        }
        return new Exploration(states, courses, Optional.empty());
    }

    private void goOn(Node node) {
        State state = node.state;
        for (int instance = 0; instance < state.instances().size(); instance++) {
            if (state.runs(instance)) {
                step(node, instance);
            }
        }
        if (state.leaps() > 0) {
            State leapt = state.leapt();
            reach(node, withContents(leapt, kept(leapt.contents())), Move.leap());
        }
    }

    private void step(Node node, int instance) {
        State state = node.state;
        Progress progress = state.instances().get(instance);
        Call call = progress.pending().orElseThrow();
        store.contents(state.contents());
        Answer answer = call.on(Objects.requireNonNull(implementations.get(call.port())));
        Contents now = store.contents().equals(state.contents()) ? state.contents() : kept(store.contents());
        reach(node, state.after(instance, answer, now, state.faults()), Move.call(progress, answer));
        if (state.faults() == 0 || call.readsClock()) {
            return;
        }
        if (!progress.isAboutToBegin()) {
            reach(node, state.died(instance), Move.death(progress));
        }
        int faults = state.faults() - 1;
        reach(node, state.after(instance, Answer.lost(), state.contents(), faults), Move.failure(progress));
        if (call.writes()) {
            reach(node, state.after(instance, Answer.lost(), now, faults), Move.lostAnswer(progress));
        }
    }

    /** One object for all that is equal, so that comparing states is comparing references. */
    private Contents kept(Contents contents) {
        return known.computeIfAbsent(contents, c -> c);
    }

    private static State withContents(State state, Contents contents) {
        return new State(contents, state.instances(), state.dead(), state.faults(), state.leaps(), state.order());
    }

    private void reach(Node from, State to, Move move) {
        Node known = nextLayer.get(to);
        if (known == null) {
            nextLayer.put(to, new Node(to, from, Optional.of(move), from.courses));
        } else {
            known.courses = known.courses.add(from.courses);
        }
    }

    private static String trace(Node end, String objection) {
        Deque<String> lines = new ArrayDeque<>();
        for (Node node = end; node != null; node = node.parent) {
            node.move.map(Move::toString).ifPresent(lines::addFirst);
        }
        return objection + "\n  after\n  " + String.join("\n  ", (Collection<String>) lines);
    }
}
