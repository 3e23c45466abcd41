package io.orgstead.lifecycle;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Decorates ports: counts their calls, lets the process die at one of them, and lets others interfere before one. */
final class PortCalls {

    /** On which side of a call the process dies. */
    enum Side {
        BEFORE,
        AFTER
    }

    private final List<String> made = new ArrayList<>();
    private int deadlyCall = -1;
    private Side deadlySide = Side.BEFORE;
    private Consumer<String> interference = call -> {};

    /** Lets the process die at the call with this number, counted from 0 from now on. */
    void dieAt(int call, Side side) {
        made.clear();
        deadlyCall = call;
        deadlySide = side;
    }

    void dieNever() {
        dieAt(-1, Side.BEFORE);
    }

    /** Does something before every call; told which, such as {@code Admins.add}. */
    void interfere(Consumer<String> action) {
        interference = action;
    }

    List<String> made() {
        return List.copyOf(made);
    }

    <T> T around(Class<T> port, T delegate) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, args) -> {
            String call = port.getSimpleName() + "." + method.getName();
            interference.accept(call);
            int number = made.size();
            made.add(call);
            dieIf(number == deadlyCall && deadlySide == Side.BEFORE, "before " + call);
            try {
                return method.invoke(delegate, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            } finally {
                dieIf(number == deadlyCall && deadlySide == Side.AFTER, "after " + call);
            }
        }));
    }

    private static void dieIf(boolean now, String moment) {
        if (now) {
            throw new ProcessDied(moment);
        }
    }
}
