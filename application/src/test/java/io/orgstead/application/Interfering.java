package io.orgstead.application;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/** Something that comes between a use case and a port. */
public interface Interfering {

    /** Nothing does. */
    Interfering NOT = (call, port) -> port.call();

    /**
     * Takes part in a call.
     *
     * @param call the method's name
     * @param port makes the call
     */
    Object around(String call, Callable<Object> port) throws Exception;

    static Interfering before(String method, Runnable action) {
        return (call, port) -> {
            if (call.equals(method)) {
                action.run();
            }
            return port.call();
        };
    }

    static Interfering after(String method, Runnable action) {
        return (call, port) -> {
            Object result = port.call();
            if (call.equals(method)) {
                action.run();
            }
            return result;
        };
    }

    static Interfering instead(String method, Object result) {
        return (call, port) -> call.equals(method) ? result : port.call();
    }

    /** Does something the first time only. */
    static Runnable once(Runnable action) {
        AtomicBoolean done = new AtomicBoolean();
        return () -> {
            if (!done.getAndSet(true)) {
                action.run();
            }
        };
    }

    static <P> P in(Class<P> type, P port, Interfering interfering) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> interfering.around(method.getName(), () -> {
                    try {
                        return method.invoke(port, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() instanceof Exception cause ? cause : e;
                    }
                })));
    }
}
