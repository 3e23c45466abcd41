package io.orgstead.reliability.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A small file system in memory. */
final class Mount implements AutoCloseable {

    private final Path folder;

    /** Mounts one of so many MiB at a folder that is there. */
    Mount(Path folder, int size) {
        this.folder = folder;
        run("mount", "-t", "tmpfs", "-o", "size=" + size + "m", "tmpfs", folder.toString());
    }

    /** From now on nothing in it can be changed. */
    void makeReadOnly() {
        run("mount", "-o", "remount,ro", folder.toString());
    }

    /** From now on it can be changed. */
    void makeWritable() {
        run("mount", "-o", "remount,rw", folder.toString());
    }

    /** From now on it has so many MiB. */
    void resize(int size) {
        run("mount", "-o", "remount,size=" + size + "m", folder.toString());
    }

    @Override
    public void close() {
        run("umount", folder.toString());
    }

    private static void run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + ": " + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
