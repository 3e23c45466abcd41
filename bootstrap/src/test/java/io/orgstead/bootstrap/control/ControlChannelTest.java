package io.orgstead.bootstrap.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command asks, the server does it and tells how it goes, and nobody but its own user can ask. */
class ControlChannelTest {

    private static final ControlRequest REQUEST = new ControlRequest("task", Map.of("a", "1", "\u00e4 \"b\"", "x\ny"));

    @TempDir
    private Path folder;

    /** What a command would print. */
    private static final class Heard implements OperatorConsole {

        private final List<Object> all = new ArrayList<>();

        @Override
        public void print(String line) {
            all.add("line " + line);
        }

        @Override
        public void complain(String reason) {
            all.add("complaint " + reason);
        }

        @Override
        public boolean show(TaskProgress progress) {
            all.add(progress);
            return true;
        }
    }

    private ControlServer start(ControlServer.Tasks tasks) {
        return ControlServer.start(folder, tasks).orElseThrow();
    }

    @Test
    void whatIsAskedForIsDoneAndTold() throws IOException {
        TaskProgress progress = new TaskProgress("copying", 5, 1L << 40, 3);
        List<ControlRequest> asked = new ArrayList<>();
        try (ControlServer server = start((request, console) -> {
            asked.add(request);
            boolean on = console.show(progress);
            console.print("said \"\u00fc\"\n" + on);
            console.complain("wrong");
            return 7;
        })) {
            assertThat(server).isNotNull();
            Heard heard = new Heard();
            assertThat(ControlClient.ask(folder, REQUEST, heard)).hasValue(7);
            assertThat(heard.all).containsExactly(progress, "line said \"\u00fc\"\ntrue", "complaint wrong");
            assertThat(asked).containsExactly(REQUEST);
        }
    }

    @Test
    void onlyTheOwnUserCanAsk() throws IOException {
        try (ControlServer server = start((request, console) -> 0)) {
            assertThat(server).isNotNull();
            assertThat(Files.getPosixFilePermissions(ControlClient.socket(folder)))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            try (var left = Files.list(folder)) {
                assertThat(left).containsExactly(ControlClient.socket(folder));
            }
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whereNobodyListensNothingIsDone() throws IOException {
        assertThat(ControlClient.ask(folder, REQUEST, new Heard())).isEqualTo(OptionalInt.empty());
        Files.createFile(ControlClient.socket(folder));
        assertThat(ControlClient.ask(folder, REQUEST, new Heard())).isEqualTo(OptionalInt.empty());
        try (ControlServer server = start((request, console) -> 3)) {
            assertThat(server).isNotNull();
            assertThat(ControlClient.ask(folder, REQUEST, new Heard()))
                    .as("what was left of a server that died is no obstacle")
                    .hasValue(3);
        }
    }

    @Test
    void aPathThatIsTooLongIsNoReasonNotToStart() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("x".repeat(120)));
        assertThat(ControlServer.start(deep, (request, console) -> 0)).isEmpty();
        assertThat(deep).isEmptyDirectory();
    }

    @Test
    void aCommandThatIsGoneEndsItsTask() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        try (ControlServer server = start((request, console) -> {
            while (console.show(new TaskProgress("copying", 1, 0, 0))) {
                Thread.onSpinWait();
            }
            ended.countDown();
            return 0;
        })) {
            assertThat(server).isNotNull();
            try (SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(ControlClient.socket(folder)))) {
                client.write(StandardCharsets.UTF_8.encode(REQUEST.write() + "\n"));
                assertThat(client.read(ByteBuffer.allocate(1))).isEqualTo(1);
            }
            Awaitility.await().until(() -> ended.getCount() == 0);
        }
    }

    @Test
    void aServerThatStopsEndsItsTasks() throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        CountDownLatch begun = new CountDownLatch(1);
        ControlServer server = start((request, console) -> {
            while (console.show(new TaskProgress("copying", 1, 0, 0))) {
                begun.countDown();
            }
            console.complain("stopped");
            return 1;
        });
        Heard heard = new Heard();
        Future<OptionalInt> command = threads.submit(() -> ControlClient.ask(folder, REQUEST, heard));
        begun.await();
        server.close();
        assertThat(command.get()).hasValue(1);
        assertThat(heard.all).endsWith("complaint stopped");
        threads.shutdown();
    }

    @Test
    void aServerThatDiesInTheMiddleIsTold() {
        try (ControlServer server = start((request, console) -> {
            throw new AssertionError("as if it died");
        })) {
            assertThat(server).isNotNull();
            assertThat(catchThrowable(() -> ControlClient.ask(folder, REQUEST, new Heard())))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the server has ended");
        }
    }

    @Test
    void whatIsNoRequestIsRefused() throws IOException {
        try (ControlServer server = start((request, console) -> 0);
                SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(ControlClient.socket(folder)))) {
            assertThat(server).isNotNull();
            client.write(StandardCharsets.UTF_8.encode("GET / HTTP/1.1\n"));
            ByteBuffer answer = ByteBuffer.allocate(1000);
            while (client.read(answer) > 0) {
                // To the end.
            }
            assertThat(new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8))
                    .contains("different versions")
                    .endsWith("{\"exit\":1}\n");
        }
    }
}
