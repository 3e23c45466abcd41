package io.orgstead.benchmarks.hashing;

import io.orgstead.benchmarks.measure.Median;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** bcrypt hashes in native code, by the system's libcrypt, through a small program in C that is compiled here. */
public final class NativeHash {

    private static final String SALT = "$2b$" + JvmHash.COST + "$abcdefghijklmnopqrstuu";
    private static final double NANOS_PER_MILLI = 1e6;

    private final Path program;

    private NativeHash(Path program) {
        this.program = program;
    }

    /** The program; empty without a C compiler, or without libcrypt's header. */
    public static Optional<NativeHash> compile() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("orgstead-bcrypt-");
        Path source = folder.resolve("bcrypt.c");
        try (InputStream text = NativeHash.class.getResourceAsStream("bcrypt.c")) {
            if (text == null) {
                throw new IOException("bcrypt.c is missing");
            }
            Files.copy(text, source);
        }
        Path program = folder.resolve("bcrypt");
        try {
            Process compiler = new ProcessBuilder("cc", "-O2", "-o", program.toString(), source.toString(), "-lcrypt")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("cc.log").toFile())
                    .start();
            return compiler.waitFor() == 0 ? Optional.of(new NativeHash(program)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * The median of what a hash takes, in milliseconds.
     *
     * @param processes how many make hashes at once
     * @param hashes how many each of them makes
     */
    public double medianMillis(int processes, int hashes) throws IOException, InterruptedException {
        List<Process> started = new ArrayList<>();
        for (int i = 0; i < processes; i++) {
            started.add(new ProcessBuilder(program.toString(), Integer.toString(hashes), SALT).start());
        }
        List<Double> millis = new ArrayList<>();
        for (Process process : started) {
            new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> millis.add(Long.parseLong(line) / NANOS_PER_MILLI));
            if (process.waitFor() != 0) {
                throw new IOException("libcrypt has no bcrypt");
            }
        }
        return Median.of(millis.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
