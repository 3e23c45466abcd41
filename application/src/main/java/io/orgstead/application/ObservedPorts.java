package io.orgstead.application;

import io.orgstead.domain.observation.CallOutcome;
import io.orgstead.domain.observation.PortCall;
import io.orgstead.domain.port.CallObserver;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets ports be watched: gives a port that forwards every call and tells an observer of it. Works for every port, those of
 * other modules and later versions too, and is as safe for threads as the port is.
 */
public final class ObservedPorts {

    private ObservedPorts() {}

    /**
     * Watches a port.
     *
     * @param type the port's interface; its name and its methods' give the names of the calls
     * @param port what to forward to
     * @param observer who is told
     * @param <P> the port's type
     * @return a port that does the same
     * @throws IllegalArgumentException if the type is no interface
     */
    public static <P> P observe(Class<P> type, P port, CallObserver observer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, new Forwarding(type, port, observer)));
    }

    private static final class Forwarding implements InvocationHandler {

        private final Object port;
        private final CallObserver observer;
        private final Map<String, PortCall> calls = new HashMap<>();

        Forwarding(Class<?> type, Object port, CallObserver observer) {
            this.port = port;
            this.observer = observer;
            for (Method method : type.getMethods()) {
                calls.put(method.getName(), new PortCall(snake(type.getSimpleName()), snake(method.getName())));
            }
        }

        private static String snake(String camel) {
            return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            PortCall call = calls.get(method.getName());
            return call == null ? forward(method, arguments) : observed(call, method, arguments);
        }

        private @Nullable Object observed(PortCall call, Method method, Object @Nullable [] arguments)
                throws Throwable {
            CallObserver.Call watched = observer.begin(call);
            try {
                Object result = forward(method, arguments);
                watched.end(CallOutcome.OK);
                return result;
            } catch (Throwable failure) {
                watched.end(CallOutcome.of(failure));
                throw failure;
            }
        }

        /** Throws what the port throws, and not what reflection makes of it. */
        private @Nullable Object forward(Method method, Object @Nullable [] arguments) throws Throwable {
            try {
                return method.invoke(port, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
            }
        }
    }
}
