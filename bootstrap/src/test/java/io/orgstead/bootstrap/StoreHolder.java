package io.orgstead.bootstrap;

import io.orgstead.adapter.sqlite.SqliteAdapters;
import java.io.IOException;
import java.nio.file.Path;

/** A process that has an embedded store open, as a server has. */
final class StoreHolder {

    private StoreHolder() {}

    /** Starts one and returns when the store is open. */
    static Process start(Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreHolder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.getInputStream().read() < 0) {
            throw new IOException("the store did not open");
        }
        return process;
    }

    /** Ends when its input does, and so with the process that started it at the latest. */
    public static void main(String[] args) throws IOException {
        try (SqliteAdapters store = SqliteAdapters.open(Path.of(args[0]))) {
            store.healthProbe().check();
            System.out.write('!');
            System.out.flush();
            while (System.in.read() >= 0) {
                // Nothing is meant by what comes.
            }
        }
    }
}
