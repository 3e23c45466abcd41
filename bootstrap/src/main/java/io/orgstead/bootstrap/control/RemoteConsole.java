package io.orgstead.bootstrap.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/** The console of a command at the other end of a connection. For use by one thread. */
final class RemoteConsole implements OperatorConsole {

    private final SocketChannel client;
    private final BooleanSupplier closing;
    private boolean gone;

    RemoteConsole(SocketChannel client, BooleanSupplier closing) {
        this.client = client;
        this.closing = closing;
    }

    @Override
    public void print(String line) {
        send(new ControlEvent.Line(line));
    }

    @Override
    public void complain(String reason) {
        send(new ControlEvent.Complaint(reason));
    }

    @Override
    public boolean show(TaskProgress progress) {
        send(new ControlEvent.Step(progress));
        return !gone && !closing.getAsBoolean();
    }

    void end(int exitCode) {
        send(new ControlEvent.Ended(exitCode));
    }

    /** Whoever is gone reads nothing any more; the task learns of it when it shows its progress. */
    private void send(ControlEvent event) {
        if (gone) {
            return;
        }
        ByteBuffer line = StandardCharsets.UTF_8.encode(ControlEvent.write(event) + "\n");
        try {
            while (line.hasRemaining()) {
                client.write(line);
            }
        } catch (IOException e) {
            gone = true;
        }
    }
}
