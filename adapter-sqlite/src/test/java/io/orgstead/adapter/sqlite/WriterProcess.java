package io.orgstead.adapter.sqlite;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An {@link AcknowledgingWriter} in a JVM of its own. */
final class WriterProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private WriterProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /** What is unpacked there is left behind by a process that is killed. */
    static WriterProcess start(Path folder, Path temporary, int round) throws IOException {
        return new WriterProcess(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dslf4j.internal.verbosity=ERROR",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        AcknowledgingWriter.class.getName(),
                        folder.toString(),
                        Integer.toString(round))
                .redirectError(Redirect.INHERIT)
                .start());
    }

    /** Waits for so many lines; fewer only if the process ends. */
    List<String> read(int lines) throws IOException {
        List<String> read = new ArrayList<>();
        for (String line = null; read.size() < lines && (line = output.readLine()) != null; ) {
            read.add(line);
        }
        return read;
    }

    /** Kills it with no chance to do anything about it, and gives what it had said until then. */
    List<String> kill() throws IOException, InterruptedException {
        // Through the handle: killing the process object would also close the stream with the lines not read yet.
        process.toHandle().destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
        return read(Integer.MAX_VALUE);
    }

    boolean ends() throws InterruptedException {
        return process.waitFor(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        output.close();
    }
}
