package io.orgstead.reliability.traffic;

import io.orgstead.reliability.journal.OrganizationState;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Several clients at once, which remember what they were told, over many lives of a server. To be used by one thread: it starts
 * and ends those of the clients.
 */
public final class Traffic {

    private static final long PATIENCE_SECONDS = 600;

    private final Tally tally = new Tally();
    private final Queue<String> findings = new ConcurrentLinkedQueue<>();
    private final Semaphore begun = new Semaphore(0);
    private final Semaphore lifecycleBegun = new Semaphore(0);
    private final List<TrafficClient> clients = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private AtomicBoolean stop = new AtomicBoolean();

    /** Clients that have nothing yet. The same seed makes them ask for the same, as far as they are told the same. */
    public Traffic(long seed, int size) {
        for (int number = 0; number < size; number++) {
            clients.add(new TrafficClient(number, seed * 31 + number, tally, this::begin, findings::add));
        }
    }

    private void begin(Change change) {
        begun.release();
        if (change.kind().isLifecycle()) {
            lifecycleBegun.release();
        }
    }

    /** Begins. The clients go on until they hear nothing from the server any more, or are stopped. */
    public void start(URI server) {
        Api api = new Api(server);
        AtomicBoolean end = new AtomicBoolean();
        stop = end;
        begun.drainPermits();
        lifecycleBegun.drainPermits();
        inParallel(client -> client.work(api, end));
    }

    /** Waits until so many changes have begun. */
    public void awaitChanges(int number) throws InterruptedException {
        await(begun, number);
    }

    /** Waits until so many creations, updates and deletions of organizations have begun. */
    public void awaitLifecycleChanges(int number) throws InterruptedException {
        await(lifecycleBegun, number);
    }

    private void await(Semaphore semaphore, int number) throws InterruptedException {
        if (!semaphore.tryAcquire(number, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the traffic stands still: " + tally + ", " + findings);
        }
    }

    /** Tells the clients to stop, if they have not, and waits for them. */
    public void end() throws InterruptedException {
        stop.set(true);
        awaitSilence();
    }

    /** Waits until every client has come to the end by itself. */
    public void awaitSilence() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            if (thread.isAlive()) {
                findings.add("a client waits forever");
            }
        }
        threads.clear();
    }

    /** Looks at everything, as far as it has had the time to settle. */
    public void judge(URI server, Duration settlesWithin) throws InterruptedException {
        Api api = new Api(server);
        inParallel(client -> client.judge(api, settlesWithin));
        awaitSilence();
    }

    /** Deletes everything, and uses every name and address once more. */
    public void tidyUp(URI server) throws InterruptedException {
        Api api = new Api(server);
        inParallel(client -> client.tidyUp(api));
        awaitSilence();
    }

    /** The clients log in again before they go on. */
    public void forgetTokens() {
        clients.forEach(client -> client.tenants().forEach(tenant -> tenant.holdToken(Optional.empty())));
    }

    /** What is wrong, so far. */
    public List<String> findings() {
        return List.copyOf(findings);
    }

    /** What became of the requests, so far. */
    public Tally tally() {
        return tally;
    }

    /** What must be there, as long as nothing is open. */
    public List<OrganizationState> organizations() {
        return clients.stream()
                .flatMap(client -> client.tenants().stream())
                .flatMap(tenant -> tenant.journal().settled().stream())
                .toList();
    }

    private void inParallel(Consumer<TrafficClient> work) {
        for (TrafficClient client : clients) {
            Thread thread = new Thread(() -> work.accept(client), "client");
            thread.setUncaughtExceptionHandler((any, failure) -> findings.add("a client failed: " + failure));
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }
}
