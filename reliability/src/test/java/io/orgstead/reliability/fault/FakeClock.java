package io.orgstead.reliability.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The clock of a server's process, by way of libfaketime, which looks at a file each second. What measures spans is
 * left alone.
 */
final class FakeClock {

    private static final String LIBRARY = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";

    private static final long NOTICED_MILLIS = 2100;

    private final Path file;

    /** Right, for the time being. */
    FakeClock(Path folder) {
        this.file = folder.resolve("clock");
        set(Duration.ZERO);
    }

    /** What a server's environment needs. */
    Map<String, String> settings() {
        return Map.of(
                "LD_PRELOAD", LIBRARY,
                "FAKETIME_TIMESTAMP_FILE", file.toString(),
                "FAKETIME_CACHE_DURATION", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                "DONT_FAKE_MONOTONIC", "1");
    }

    /** So much ahead of the real one from now on; negative for behind. Returns when a server has noticed. */
    void set(Duration ahead) {
        try {
            Path next = Files.writeString(
                    file.resolveSibling("clock.next"), (ahead.isNegative() ? "" : "+") + ahead.toSeconds() + "\n");
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            TimeUnit.MILLISECONDS.sleep(NOTICED_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
