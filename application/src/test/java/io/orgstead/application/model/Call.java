package io.orgstead.application.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Collectors;

/** One call of a port, made or about to be made. */
record Call(Class<?> port, Method method, List<Object> arguments) {

    /** Makes it. */
    Answer on(Object implementation) {
        try {
            return Answer.returned(method.invoke(implementation, arguments.toArray()));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                return Answer.thrown(refusal);
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean writes() {
        return !method.getName().startsWith("find") && !method.getName().equals("instant");
    }

    boolean readsClock() {
        return method.getName().equals("instant");
    }

    @Override
    public String toString() {
        return port.getSimpleName() + "." + method.getName()
                + arguments.stream().map(Shown::shown).collect(Collectors.joining(", ", "(", ")"));
    }
}
