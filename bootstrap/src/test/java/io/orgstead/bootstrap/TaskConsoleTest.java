package io.orgstead.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.bootstrap.control.TaskProgress;
import io.orgstead.testkit.SteppingClock;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an operator sees of a task: one line that changes on a terminal, else a line now and then. */
class TaskConsoleTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final SteppingClock clock = SteppingClock.atSampleTime();

    private TaskConsole console(boolean terminal) {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new TaskConsole(new Surroundings(Map.of(), InputStream.nullInputStream(), out, out), clock, terminal);
    }

    private String seen() {
        String text = printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
        printed.reset();
        return text;
    }

    @Test
    void onATerminalALineChanges() {
        TaskConsole console = console(true);
        console.show(new TaskProgress("copying", 0, 1000, 0));
        String first = "copying [........................]   0%";
        assertThat(seen()).isEqualTo(first);
        clock.advance(Duration.ofSeconds(2));
        console.show(new TaskProgress("copying", 250, 1000, 0));
        String second = "copying [######..................]  25%, 250 documents, 125/s, 6 s left";
        assertThat(seen()).isEqualTo("\r" + " ".repeat(first.length()) + "\r" + second);
        console.print("done");
        assertThat(seen()).isEqualTo("\r" + " ".repeat(second.length()) + "\rdone\n");
        console.complain("wrong");
        assertThat(seen()).isEqualTo("orgstead: wrong\n");
    }

    @Test
    void elsewhereALineComesNowAndThen() {
        TaskConsole console = console(false);
        console.show(new TaskProgress("copying", 0, 100_000, 0));
        clock.advance(Duration.ofSeconds(1));
        console.show(new TaskProgress("copying", 100, 100_000, 0));
        clock.advance(Duration.ofSeconds(9));
        console.show(new TaskProgress("copying", 1000, 100_000, 0));
        console.show(new TaskProgress("copying", 1001, 100_000, 0));
        console.show(new TaskProgress("switching", 1, 0, 0));
        assertThat(seen()).isEqualTo("""
                copying   0%
                copying   1%, 1000 documents, 100/s, 16 min 30 s left
                switching, 1 document
                """);
    }

    @Test
    void moreThanWasExpectedIsAll() {
        console(false).show(new TaskProgress("copying", 2000, 1000, 0));
        assertThat(seen()).isEqualTo("copying 100%, 2000 documents\n");
    }

    @Test
    void longTimesAreReadable() {
        TaskConsole console = console(false);
        console.show(new TaskProgress("copying", 0, 10_000, 0));
        clock.advance(Duration.ofSeconds(10));
        console.show(new TaskProgress("copying", 10, 10_000, 0));
        assertThat(seen()).endsWith(", 1/s, 2 h 46 min left\n");
    }
}
