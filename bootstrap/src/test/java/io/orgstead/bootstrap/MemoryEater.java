package io.orgstead.bootstrap;

import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;

/** A process in which a thread takes all memory that there is, while another would keep the process alive. */
public final class MemoryEater {

    /** What becomes of the error. */
    enum Habit {
        CATCHES_AND_LOGS,
        DIES
    }

    private MemoryEater() {}

    /** Never ends by itself. */
    public static void main(String[] args) throws InterruptedException {
        OutOfMemoryExit.install();
        Habit habit = Habit.valueOf(args[0]);
        new Thread(() -> eat(habit)).start();
        new CountDownLatch(1).await();
    }

    private static void eat(Habit habit) {
        try {
            // Strings double: no collection that is only filled, which the compiler's checks take for an oversight.
            String eaten = "more";
            while (!eaten.isEmpty()) {
                eaten += eaten;
            }
        } catch (OutOfMemoryError e) {
            if (habit == Habit.DIES) {
                throw e;
            }
            LoggerFactory.getLogger(MemoryEater.class).debug("caught", e);
        }
    }
}
