package io.orgstead.bootstrap;

import io.orgstead.bootstrap.control.OperatorConsole;
import io.orgstead.bootstrap.control.TaskProgress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** An operator's own terminal, or whatever the command's output goes to. For use by one thread. */
final class TaskConsole implements OperatorConsole {

    private static final int BAR = 24;
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final Surroundings surroundings;
    private final InstantSource clock;
    private final boolean terminal;
    private String phase = "";
    private Instant begun = Instant.MIN;
    private Instant nextLine = Instant.MIN;
    private int shown;

    TaskConsole(Surroundings surroundings, InstantSource clock, boolean terminal) {
        this.surroundings = surroundings;
        this.clock = clock;
        this.terminal = terminal;
    }

    @Override
    public void print(String line) {
        wipe();
        surroundings.out().println(line);
    }

    @Override
    public void complain(String reason) {
        wipe();
        surroundings.complain(reason);
    }

    @Override
    public boolean show(TaskProgress progress) {
        Instant now = clock.instant();
        boolean begins = !progress.phase().equals(phase);
        if (begins) {
            phase = progress.phase();
            begun = now;
        }
        String line = line(progress, Duration.between(begun, now));
        if (terminal) {
            wipe();
            surroundings.out().print(line);
            surroundings.out().flush();
            shown = line.length();
        } else if (begins || !now.isBefore(nextLine)) {
            surroundings.out().println(line);
            nextLine = now.plus(BETWEEN_LINES);
        }
        return true;
    }

    private void wipe() {
        if (shown > 0) {
            surroundings.out().print("\r" + " ".repeat(shown) + "\r");
            shown = 0;
        }
    }

    private String line(TaskProgress progress, Duration passed) {
        StringBuilder line = new StringBuilder(progress.phase());
        if (progress.expected() > 0) {
            double part = Math.min(1, (double) progress.documents() / progress.expected());
            if (terminal) {
                int full = (int) (part * BAR);
                line.append(" [")
                        .append("#".repeat(full))
                        .append(".".repeat(BAR - full))
                        .append(']');
            }
            line.append(String.format(Locale.ROOT, " %3d%%", (int) (part * 100)));
        }
        if (progress.documents() > 0) {
            line.append(", ").append(Counted.documents(progress.documents()));
            appendRate(line, progress, passed);
        }
        return line.toString();
    }

    private static void appendRate(StringBuilder line, TaskProgress progress, Duration passed) {
        long millis = passed.toMillis();
        if (millis > 0) {
            double perSecond = progress.documents() * 1000.0 / millis;
            line.append(String.format(Locale.ROOT, ", %.0f/s", perSecond));
            long left = progress.expected() - progress.documents();
            if (left > 0) {
                line.append(", ")
                        .append(time((long) Math.ceil(left / perSecond)))
                        .append(" left");
            }
        }
    }

    private static String time(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3_600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3_600 + " h " + seconds / 60 % 60 + " min";
    }
}
