package io.orgstead.bootstrap.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Reader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what commands ask for, over a socket in the data folder that only the server's own user can reach: one line of JSON asks,
 * lines of JSON answer. Safe for use by any number of threads.
 */
public final class ControlServer implements AutoCloseable {

    /** The socket's name in the data folder. */
    static final String SOCKET = "control.sock";

    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
    private static final int MOST_AT_ONCE = 4;
    private static final int LONGEST_REQUEST = 64 * 1024;
    private static final long STOP_LIMIT_SECONDS = 10;

    /** Does what is asked for. */
    public interface Tasks {

        /**
         * Does it.
         *
         * @return the exit code of the command that asked
         */
        int run(ControlRequest request, OperatorConsole console);
    }

    private final ServerSocketChannel listening;
    private final Path socket;
    private final Tasks tasks;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "orgstead-control");
        thread.setDaemon(true);
        return thread;
    });
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);
    private volatile boolean closing;

    private ControlServer(ServerSocketChannel listening, Path socket, Tasks tasks) {
        this.listening = listening;
        this.socket = socket;
        this.tasks = tasks;
    }

    /**
     * Begins to listen. The folder must be in use by nobody else: a socket that is there is left from a server that died.
     *
     * @param folder the data folder
     * @param tasks does what is asked for, on a thread of this server
     * @return the server; empty, and a line in the log, where there can be none: the path is too long, or the system has no such
     *     sockets. Commands cannot reach the store then while it is in use
     */
    public static Optional<ControlServer> start(Path folder, Tasks tasks) {
        try {
            Path socket = folder.resolve(SOCKET);
            ControlServer server = new ControlServer(bind(folder, socket), socket, tasks);
            server.threads.execute(server::accept);
            return Optional.of(server);
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            LOG.warn(
                    "commands such as move cannot reach this server while it runs: no socket in {}: {}",
                    folder,
                    e.getMessage());
            return Optional.empty();
        }
    }

    /** Bound in a folder that nobody else can enter, so that there is no moment in which others can connect. */
    private static ServerSocketChannel bind(Path folder, Path socket) throws IOException {
        Path hidden = Files.createTempDirectory(folder, ".c");
        Path born = hidden.resolve("s");
        ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            listening.bind(UnixDomainSocketAddress.of(born));
            if (Files.getFileStore(born).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(born, PosixFilePermissions.fromString("rw-------"));
            }
            Files.move(born, socket, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return listening;
        } catch (IOException | RuntimeException e) {
            listening.close();
            throw e;
        } finally {
            Files.deleteIfExists(born);
            Files.deleteIfExists(hidden);
        }
    }

    private void accept() {
        while (!closing) {
            try {
                SocketChannel client = listening.accept();
                threads.execute(() -> serve(client));
            } catch (IOException | RejectedExecutionException e) {
                if (!closing) {
                    LOG.warn("the control channel is closed: {}", e.toString());
                }
                return;
            }
        }
    }

    private void serve(SocketChannel client) {
        try (client) {
            RemoteConsole console = new RemoteConsole(client, () -> closing);
            console.end(run(client, console));
        } catch (IOException e) {
            LOG.debug("a command is gone", e);
        }
    }

    private int run(SocketChannel client, RemoteConsole console) throws IOException {
        Optional<ControlRequest> request = ControlRequest.read(line(client));
        if (request.isEmpty()) {
            console.complain("the server does not understand the command: they are of different versions");
            return 1;
        }
        if (!free.tryAcquire()) {
            console.complain("the server is busy with other commands");
            return 1;
        }
        try {
            return tasks.run(request.get(), console);
        } finally {
            free.release();
        }
    }

    private static String line(SocketChannel client) throws IOException {
        Reader reader = new BufferedReader(Channels.newReader(client, StandardCharsets.UTF_8));
        StringBuilder line = new StringBuilder();
        for (int c = reader.read(); c >= 0 && c != '\n'; c = reader.read()) {
            if (line.length() == LONGEST_REQUEST) {
                throw new InterruptedIOException("the request is too long");
            }
            line.append((char) c);
        }
        return line.toString();
    }

    /** Stops listening; tasks end where they can, and are waited for. */
    @Override
    public void close() {
        closing = true;
        try {
            listening.close();
            Files.deleteIfExists(socket);
            threads.shutdown();
            if (!threads.awaitTermination(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a command under way does not end");
            }
        } catch (IOException e) {
            LOG.warn("closing the control channel failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
