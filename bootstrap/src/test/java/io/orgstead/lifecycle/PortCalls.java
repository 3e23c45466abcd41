package io.orgstead.lifecycle;

import io.orgstead.domain.failure.StoreUnavailableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Decorates ports: counts their calls, lets one of them go wrong, and lets others interfere before one. Who has died makes no more calls. */
final class PortCalls {

    /** What goes wrong at a call. */
    enum Fault {
        /** The process dies before the call. */
        DIES_BEFORE,
        /** The process dies after the call, and never sees its answer. */
        DIES_AFTER,
        /** The call takes effect, but its caller is told that the store is not available. */
        ANSWER_LOST
    }

    private static final int NONE = -1;

    private final List<String> made = new ArrayList<>();
    private int faultyCall = NONE;
    private Fault fault = Fault.DIES_BEFORE;
    private int stalledCall = NONE;
    private boolean dead;
    private Runnable meanwhile = () -> {};
    private Consumer<String> interference = call -> {};

    /** Lets the call with this number go wrong, counted from 0 from now on. */
    void failAt(int call, Fault how) {
        succeed();
        faultyCall = call;
        fault = how;
    }

    /** Lets the caller pause before the call with this number, counted from 0 from now on, while others go on. */
    void stallBefore(int call, Runnable others) {
        succeed();
        stalledCall = call;
        meanwhile = others;
    }

    /** Lets every call succeed, and counts anew. */
    void succeed() {
        made.clear();
        faultyCall = NONE;
        stalledCall = NONE;
        dead = false;
    }

    /** Does something before every call; told which, such as {@code Admins.add}. */
    void interfere(Consumer<String> action) {
        interference = action;
    }

    List<String> made() {
        return List.copyOf(made);
    }

    /** Whether the call at which something was to happen has been made. */
    boolean struck() {
        return made.size() > Math.max(faultyCall, stalledCall);
    }

    <T> T around(Class<T> port, T delegate) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, args) -> {
            if (dead) {
                throw new ProcessDied("before a call of who is dead");
            }
            String call = port.getSimpleName() + "." + method.getName();
            interference.accept(call);
            int number = made.size();
            made.add(call);
            if (number == stalledCall) {
                meanwhile.run();
            }
            return number == faultyCall ? fail(call, delegate, method, args) : invoke(delegate, method, args);
        }));
    }

    private Object fail(String call, Object delegate, Method method, Object[] args) throws Throwable {
        dead = fault != Fault.ANSWER_LOST;
        if (fault == Fault.DIES_BEFORE) {
            throw new ProcessDied("before " + call);
        }
        try {
            invoke(delegate, method, args);
        } catch (Exception unseen) {
            // Nobody sees the answer, whatever it is.
        }
        throw fault == Fault.DIES_AFTER
                ? new ProcessDied("after " + call)
                : new StoreUnavailableException(new IllegalStateException("no answer to " + call));
    }

    private static Object invoke(Object delegate, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(delegate, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
