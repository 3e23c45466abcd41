package io.orgstead.application.usecase;

import io.orgstead.domain.failure.StoreUnavailableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets calls that change something through, or keeps them out: for the moment in which a whole store must not change. Reading goes
 * on. It counts for the calls that come through it in this process, so it is for stores that one process has for itself. Safe for
 * use by any number of threads.
 */
public final class WriteGate {

    /** What the names of calls that only read begin with; all others count as changes. */
    private static final List<String> READING = List.of("find", "list", "count", "scan", "usage", "is");

    private final ReentrantReadWriteLock passing = new ReentrantReadWriteLock(true);
    private volatile boolean closed;

    /** An open gate. */
    public WriteGate() {}

    /**
     * Puts the gate before a port.
     *
     * @param type the port's interface
     * @param port what to forward to
     * @param <P> the port's type
     * @return a port that does the same while the gate is open, and whose changes fail with {@link StoreUnavailableException} while it
     *     is closed
     * @throws IllegalArgumentException if the type is no interface
     */
    public <P> P before(Class<P> type, P port) {
        Set<Method> changing = Arrays.stream(type.getMethods())
                .filter(method -> READING.stream().noneMatch(method.getName()::startsWith))
                .collect(Collectors.toUnmodifiableSet());
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) ->
                        changing.contains(method) ? pass(port, method, arguments) : forward(port, method, arguments)));
    }

    private @Nullable Object pass(Object port, Method method, Object @Nullable [] arguments) throws Throwable {
        passing.readLock().lock();
        try {
            if (closed) {
                throw new StoreUnavailableException(new IllegalStateException("the store is closed for changes"));
            }
            return forward(port, method, arguments);
        } finally {
            passing.readLock().unlock();
        }
    }

    /** Throws what the port throws, and not what reflection makes of it. */
    private static @Nullable Object forward(Object port, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(port, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /**
     * Closes it. When this returns no change is under way.
     *
     * @param patience how long to wait for those that are
     * @throws StoreUnavailableException if they take longer; the gate is open then
     */
    public void close(Duration patience) {
        try {
            if (!passing.writeLock().tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StoreUnavailableException(new IllegalStateException("changes under way do not end"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException(e);
        }
        try {
            closed = true;
        } finally {
            passing.writeLock().unlock();
        }
    }

    /** Opens it again. */
    public void open() {
        closed = false;
    }
}
