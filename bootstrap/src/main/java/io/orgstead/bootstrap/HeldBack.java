package io.orgstead.bootstrap;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Holds work back until the server answers, and then does it on a thread of its own. Safe for use by any number of threads.
 */
final class HeldBack implements Executor {

    private final List<Runnable> held = new ArrayList<>();
    private boolean released;

    @Override
    public void execute(Runnable work) {
        synchronized (held) {
            if (!released) {
                held.add(work);
                return;
            }
        }
        start(work);
    }

    void release() {
        List<Runnable> due;
        synchronized (held) {
            released = true;
            due = List.copyOf(held);
            held.clear();
        }
        due.forEach(HeldBack::start);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "orgstead-late-start");
        thread.setDaemon(true);
        thread.start();
    }
}
