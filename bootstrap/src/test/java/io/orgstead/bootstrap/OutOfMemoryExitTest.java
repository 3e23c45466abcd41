package io.orgstead.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;

class OutOfMemoryExitTest {

    private final AtomicInteger ends = new AtomicInteger();
    private final OutOfMemoryExit exit = new OutOfMemoryExit(ends::incrementAndGet);

    @Test
    void noticesItInWhateverIsLogged() {
        LoggerContext context = new LoggerContext();
        context.addTurboFilter(exit);
        Logger log = context.getLogger("somebody's");
        Throwable failure = new IllegalStateException(new OutOfMemoryError("heap"));

        log.error("failed", failure);
        log.error("{} failed", 1, failure);
        log.error("{} {} failed", 1, 2, failure);
        context.getLogger("somebody's").setLevel(Level.OFF);
        log.debug("failed", failure);
        assertThat(ends).hasValue(4);

        log.error("failed", new IllegalStateException("not for want of memory"));
        log.error("{} failed", "nothing");
        assertThat(ends).hasValue(4);
    }

    @Test
    void noticesItInThreadsThatEnd() {
        exit.uncaughtException(Thread.currentThread(), new OutOfMemoryError("heap"));
        assertThat(ends).hasValue(1);
        exit.uncaughtException(Thread.currentThread(), new IllegalStateException("not for want of memory"));
        assertThat(ends).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource
    void endsTheProcess(MemoryEater.Habit habit) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx24m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MemoryEater.class.getName(),
                        habit.name())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isEqualTo(3);
        } finally {
            process.destroyForcibly();
        }
    }
}
