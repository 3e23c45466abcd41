package io.orgstead.bootstrap;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Ends the process with {@value Exit#OUT_OF_MEMORY} when it has run out of memory: a thread that died of that leaves locks
 * and pools in any state. Learns of it from threads that end, and from what those who catch everything (servers, pools)
 * report to the log, whatever its level. The JVM's own {@code -XX:+ExitOnOutOfMemoryError} is surer, but no jar can turn
 * that on.
 */
final class OutOfMemoryExit extends TurboFilter implements Thread.UncaughtExceptionHandler {

    private static final int DEEPEST_CAUSE = 20;

    private final Runnable end;

    OutOfMemoryExit(Runnable end) {
        this.end = end;
    }

    /** For the whole process, from now on. */
    static void install() {
        OutOfMemoryExit exit = new OutOfMemoryExit(OutOfMemoryExit::endProcess);
        Thread.setDefaultUncaughtExceptionHandler(exit);
        ((LoggerContext) LoggerFactory.getILoggerFactory()).addTurboFilter(exit);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        look(failure);
        LoggerFactory.getLogger(OutOfMemoryExit.class).error("thread {} ended", thread.getName(), failure);
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            @Nullable Object @Nullable [] parameters,
            @Nullable Throwable failure) {
        look(failure);
        if (parameters != null
                && parameters.length > 0
                && parameters[parameters.length - 1] instanceof Throwable last) {
            look(last);
        }
        return FilterReply.NEUTRAL;
    }

    private void look(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof OutOfMemoryError) {
                end.run();
            }
            cause = cause.getCause();
        }
    }

    private static void endProcess() {
        try {
            System.err.println("orgstead: out of memory");
        } finally {
            Runtime.getRuntime().halt(Exit.OUT_OF_MEMORY);
        }
    }
}
