package io.orgstead.testkit.reference;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;

/** Ports that do nothing and know nothing. */
public final class DoesNothing {

    private DoesNothing() {}

    /** Makes a port whose methods return at once: nothing, an empty answer, or null. */
    public static <P> P as(Class<P> port) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) -> nothing(method.getReturnType())));
    }

    private static Object nothing(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == Optional.class) {
            return Optional.empty();
        }
        return type == List.class ? List.of() : null;
    }
}
