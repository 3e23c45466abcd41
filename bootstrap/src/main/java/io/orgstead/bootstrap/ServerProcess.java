package io.orgstead.bootstrap;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * A process that is a server: from its beginning a signal to stop is obeyed in order, also while the server is still
 * starting, and ends the process with {@value Exit#OK}. Running out of memory ends it, too, as after that nothing can be
 * relied on; recovery settles what was under way.
 */
final class ServerProcess {

    /** Longer than any single step of starting takes: connecting to a store has a time-out of its own. */
    private static final long START_LIMIT_SECONDS = 10;

    private final Parts parts = new Parts();
    private final CountDownLatch startEnded = new CountDownLatch(1);
    private volatile @Nullable NativeLibraryFolder nativeLibrary;
    private volatile boolean stopping;
    private volatile int exitCode = Exit.OK;

    private ServerProcess() {}

    /**
     * Makes this process a server until it is asked to stop. To be called once, before anything is opened.
     *
     * @throws IOException if there is no place for native libraries
     * @throws RuntimeException with a message for the operator if the server cannot start
     */
    static void serve(ServerSettings settings) throws IOException, InterruptedException {
        ServerProcess process = new ServerProcess();
        Runtime.getRuntime().addShutdownHook(new Thread(process::stop, "orgstead-stop"));
        process.start(settings);
        new CountDownLatch(1).await();
    }

    private void start(ServerSettings settings) throws IOException {
        boolean ready = false;
        try {
            OutOfMemoryExit.install();
            Server server = compose(settings);
            LoggerFactory.getLogger(Main.class)
                    .info("Orgstead {} is ready on {} ({})", Main.version(), server.url(), settings.storeDescription());
            ready = true;
        } catch (IOException | RuntimeException e) {
            // Asked to stop, there is nothing to complain about.
            if (!stopping) {
                throw e;
            }
        } finally {
            if (!ready && !stopping) {
                exitCode = Exit.FAILED;
            }
            startEnded.countDown();
        }
    }

    private Server compose(ServerSettings settings) throws IOException {
        if (settings.isEmbedded()) {
            nativeLibrary = NativeLibraryFolder.claim();
        }
        return Server.start(settings, parts, ServerProcess::exit);
    }

    /** As a signal would: in order, and with success. */
    private static void exit() {
        LoggerFactory.getLogger(Main.class).info("The installation has gone to another store; this server stops");
        new Thread(() -> System.exit(Exit.OK), "orgstead-left").start();
    }

    /** Ends the process itself: left alone, a signal would set the exit code, and an orderly stop is a success. */
    private void stop() {
        int code = Exit.FAILED;
        stopping = true;
        try {
            parts.close();
            awaitEndOfStart();
            NativeLibraryFolder folder = nativeLibrary;
            if (folder != null) {
                folder.close();
            }
            code = exitCode;
        } finally {
            Runtime.getRuntime().halt(code);
        }
    }

    private void awaitEndOfStart() {
        try {
            if (!startEnded.await(START_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                LoggerFactory.getLogger(ServerProcess.class).warn("stopped while a step of starting does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
