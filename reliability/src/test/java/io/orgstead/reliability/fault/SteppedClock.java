package io.orgstead.reliability.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** The time of day as a server's process sees it, which can be stepped while it runs. What measures spans is left alone. */
final class SteppedClock {

    private static final String SOURCE = "/stepped_clock.c";

    private final Path library;
    private final Path file;
    private final MappedByteBuffer seconds;

    /** Right, for the time being. Compiles what a server is to load. */
    SteppedClock(Path folder) {
        this.library = folder.resolve("stepped_clock.so");
        this.file = folder.resolve("clock");
        try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw")) {
            seconds = opened.getChannel().map(MapMode.READ_WRITE, 0, Long.BYTES);
            seconds.order(ByteOrder.nativeOrder());
            compile(folder.resolve("stepped_clock.c"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compile(Path source) throws IOException {
        try (InputStream text = Objects.requireNonNull(SteppedClock.class.getResourceAsStream(SOURCE))) {
            Files.copy(text, source);
        }
        Process compiler = new ProcessBuilder("cc", "-shared", "-fPIC", "-o", library.toString(), source.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!Files.exists(library)) {
            throw new AssertionError(said);
        }
    }

    /** What a server's environment needs. */
    Map<String, String> settings() {
        return Map.of("LD_PRELOAD", library.toString(), "STEPPED_CLOCK", file.toString());
    }

    /** So much ahead of the real one from now on; negative for behind. */
    void set(Duration ahead) {
        seconds.putLong(0, ahead.toSeconds());
    }
}
