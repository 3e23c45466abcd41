package io.orgstead.bootstrap.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** A command's end of the control channel. */
public final class ControlClient {

    private ControlClient() {}

    /**
     * Has the server that uses a data folder do something, and shows what it tells.
     *
     * @param folder the data folder
     * @param request what to do
     * @param console where to show it
     * @return the exit code; empty if no server can be reached, and nothing was done
     * @throws IOException if the server is lost on the way: what has become of the task is not known
     */
    public static OptionalInt ask(Path folder, ControlRequest request, OperatorConsole console) throws IOException {
        Optional<SocketChannel> connected = connect(socket(folder));
        if (connected.isEmpty()) {
            return OptionalInt.empty();
        }
        try (SocketChannel server = connected.get()) {
            ByteBuffer line = StandardCharsets.UTF_8.encode(request.write() + "\n");
            while (line.hasRemaining()) {
                server.write(line);
            }
            return OptionalInt.of(follow(server, console));
        }
    }

    /**
     * Where the server of a data folder is to be reached.
     *
     * @param folder the data folder
     * @return the socket, which need not be there
     */
    public static Path socket(Path folder) {
        return folder.resolve(ControlServer.SOCKET);
    }

    private static Optional<SocketChannel> connect(Path socket) {
        if (!Files.exists(socket)) {
            return Optional.empty();
        }
        try {
            return Optional.of(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
        } catch (IOException | UnsupportedOperationException nobodyListens) {
            return Optional.empty();
        }
    }

    private static int follow(SocketChannel server, OperatorConsole console) throws IOException {
        BufferedReader lines = new BufferedReader(Channels.newReader(server, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Optional<ControlEvent> event = ControlEvent.read(line);
            if (event.isPresent() && event.get() instanceof ControlEvent.Ended ended) {
                return ended.exitCode();
            }
            event.ifPresent(told -> show(told, console));
        }
        throw new IOException("the server has ended; make the command again to see what has become of it");
    }

    private static void show(ControlEvent event, OperatorConsole console) {
        if (event instanceof ControlEvent.Line line) {
            console.print(line.text());
        } else if (event instanceof ControlEvent.Complaint complaint) {
            console.complain(complaint.text());
        } else if (event instanceof ControlEvent.Step step) {
            console.show(step.progress());
        }
    }
}
