package io.orgstead.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Kills a process (SIGKILL) in the middle of creating, renaming to and fro, and deleting, again and again, and looks after
 * each kill whether recovery leaves exactly what was acknowledged, plus at most the operations that were under way, and
 * whether every organization still has the documents put into its collection at its creation.
 */
abstract class KillContract {

    private static final int SLOTS = 4;
    private static final int LONGEST_LIFE_LINES = 24;
    private static final int LONGEST_PAUSE_MILLIS = 12;

    /** The marker, and the one put there. */
    private static final int DOCUMENTS = 2;

    private final Random random = new Random(20261123);
    private final Map<Integer, Slot> known = new TreeMap<>();
    private int acknowledged;
    private int acknowledgedMoves;
    private int interrupted;

    abstract int kills();

    /** Opens the store that the workers use, for as long as no worker is at work. */
    abstract void open(Consumer<StoreUnderTest> visitor);

    abstract String location();

    @Test
    void nothingAcknowledgedIsLostAndNothingIsLeftHalfDone() throws Exception {
        for (int slot = 0; slot < SLOTS; slot++) {
            known.put(slot, new Slot(slot, 0, false));
        }
        WorkerProcess worker = WorkerProcess.start(location());
        try {
            for (int kill = 0; kill < kills(); kill++) {
                Map<Integer, Slot> underWay = letWorkAndKill(worker);
                // The next one starts its JVM while this one's remains are looked at.
                worker = WorkerProcess.start(location());
                int number = kill;
                open(store -> recoverAndCheck(store, underWay, number));
            }
        } finally {
            worker.close();
        }
        assertThat(acknowledged).as("operations acknowledged in all").isGreaterThan(kills());
        assertThat(acknowledgedMoves).as("renames among them").isPositive();
        assertThat(interrupted).as("kills that left something half done").isPositive();
        open(this::everyNameIsUsable);
    }

    private Map<Integer, Slot> letWorkAndKill(WorkerProcess worker) throws IOException, InterruptedException {
        Map<Integer, Slot> underWay = new HashMap<>();
        worker.work(random.nextLong(), known.values());
        for (int life = random.nextInt(LONGEST_LIFE_LINES); life >= 0; life--) {
            take(worker.line(), underWay);
        }
        worker.killAfter(random.nextInt(LONGEST_PAUSE_MILLIS), line -> take(line, underWay));
        return underWay;
    }

    private void take(String line, Map<Integer, Slot> underWay) {
        Slot.decodeLine(line, "BEGIN").ifPresent(slot -> underWay.put(slot.number(), slot));
        Slot.decodeLine(line, "DONE").ifPresent(slot -> {
            Slot before = known.put(slot.number(), slot);
            if (before != null && before.revision() != slot.revision()) {
                acknowledgedMoves++;
            }
            underWay.remove(slot.number());
            acknowledged++;
        });
    }

    private void recoverAndCheck(StoreUnderTest store, Map<Integer, Slot> underWay, int kill) {
        try (World world = new World(store)) {
            if (!world.survivor.recoverInterrupted().recoverAll().isEmpty()) {
                interrupted++;
            }
            store.snapshot().assertConsistent();
            for (Slot slot : List.copyOf(known.values())) {
                Slot attempted = underWay.getOrDefault(slot.number(), slot);
                Slot found = holds(world, attempted) ? attempted : slot;
                assertThat(holds(world, found))
                        .as("after kill %d slot %s, or what was being made of it: %s", kill, slot, attempted)
                        .isTrue();
                known.put(slot.number(), found);
                if (found.present() && !slot.present()) {
                    putDocumentIfMissing(store, found);
                }
            }
            assertDocumentsAreThere(store, kill);
            assertThat(store.snapshot().organizations())
                    .hasSize((int) known.values().stream().filter(Slot::present).count());
        }
    }

    private static boolean holds(World world, Slot slot) {
        return world.exists(slot.name()) == slot.present()
                && world.admits(slot.email(), World.PASSWORD) == slot.present();
    }

    /** The worker was killed before it could say that it had put the document there, and perhaps before it had. */
    private static void putDocumentIfMissing(StoreUnderTest store, Slot created) {
        if (store.countDocuments(created.collection()) < DOCUMENTS) {
            store.putDocument(created.collection());
        }
    }

    private void assertDocumentsAreThere(StoreUnderTest store, int kill) {
        known.values().stream()
                .filter(Slot::present)
                .forEach(slot -> assertThat(store.countDocuments(slot.collection()))
                        .as("documents of %s after kill %d", slot, kill)
                        .isEqualTo(DOCUMENTS));
    }

    private void everyNameIsUsable(StoreUnderTest store) {
        try (World world = new World(store)) {
            for (Slot slot : known.values()) {
                if (slot.present()) {
                    world.survivor.deleteOrganization().delete(world.principal(slot.email()), Optional.empty());
                }
                for (int revision = 0; revision < Slot.REVISIONS; revision++) {
                    Slot other = new Slot(slot.number(), revision, false);
                    world.assertFree(other.name(), other.email());
                }
            }
            assertThat(store.snapshot().collections()).isEmpty();
        }
    }
}
