package io.orgstead.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Kills a process (SIGKILL) in the middle of creating, renaming and deleting, again and again, and looks after each kill
 * whether recovery leaves exactly what was acknowledged, plus at most the operations that were under way.
 */
abstract class KillContract {

    private static final int KILLS = 50;
    private static final int SLOTS = 4;
    private static final int LONGEST_LIFE_LINES = 24;
    private static final int LONGEST_PAUSE_MILLIS = 12;

    private final Map<Integer, Slot> known = new TreeMap<>();
    private int acknowledged;

    /** Opens the store that the workers use; closed again before the next worker starts. */
    abstract StoreUnderTest open();

    abstract String location();

    @Test
    void nothingAcknowledgedIsLostAndNothingIsLeftHalfDone() throws Exception {
        Random random = new Random(20261123);
        for (int slot = 0; slot < SLOTS; slot++) {
            known.put(slot, new Slot(slot, 0, false));
        }
        for (int kill = 0; kill < KILLS; kill++) {
            Map<Integer, Slot> underWay = killOnce(random);
            recoverAndCheck(underWay, kill);
        }
        assertThat(acknowledged).as("operations acknowledged in all").isGreaterThan(KILLS);
        everyNameIsUsable();
    }

    private Map<Integer, Slot> killOnce(Random random) throws IOException, InterruptedException {
        Process worker = startWorker(random.nextLong());
        Map<Integer, Slot> underWay = new HashMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(worker.getInputStream(), StandardCharsets.UTF_8))) {
            for (int life = random.nextInt(LONGEST_LIFE_LINES); life >= 0; life--) {
                take(lines.readLine(), underWay);
            }
            assertThat(worker.waitFor(random.nextInt(LONGEST_PAUSE_MILLIS), TimeUnit.MILLISECONDS))
                    .as("the worker ended by itself")
                    .isFalse();
            // Not Process.destroyForcibly(): it closes the stream that the last words are read from.
            worker.toHandle().destroyForcibly();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                take(line, underWay);
            }
        }
        assertThat(worker.waitFor()).as("exit code of SIGKILL").isEqualTo(137);
        return underWay;
    }

    private Process startWorker(long seed) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                LifecycleWorker.class.getName(),
                location(),
                Long.toString(seed)));
        known.values().forEach(slot -> command.add(slot.encode()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void take(String line, Map<Integer, Slot> underWay) {
        assertThat(line).as("a line of the worker").isNotNull();
        Slot.decodeLine(line, "BEGIN").ifPresent(slot -> underWay.put(slot.number(), slot));
        Slot.decodeLine(line, "DONE").ifPresent(slot -> {
            known.put(slot.number(), slot);
            underWay.remove(slot.number());
            acknowledged++;
        });
    }

    private void recoverAndCheck(Map<Integer, Slot> underWay, int kill) {
        try (StoreUnderTest store = open();
                World world = new World(store)) {
            world.survivor.recoverInterrupted().recoverAll();
            store.snapshot().assertConsistent();
            for (Slot slot : List.copyOf(known.values())) {
                Slot attempted = underWay.getOrDefault(slot.number(), slot);
                Slot found = holds(world, attempted) ? attempted : slot;
                assertThat(holds(world, found))
                        .as("after kill %d slot %s, or what was being made of it: %s", kill, slot, attempted)
                        .isTrue();
                known.put(slot.number(), found);
            }
            assertThat(store.snapshot().organizations())
                    .hasSize((int) known.values().stream().filter(Slot::present).count());
        }
    }

    private static boolean holds(World world, Slot slot) {
        return world.exists(slot.name()) == slot.present()
                && world.admits(slot.email(), World.PASSWORD) == slot.present();
    }

    private void everyNameIsUsable() {
        try (StoreUnderTest store = open();
                World world = new World(store)) {
            for (Slot slot : known.values()) {
                if (slot.present()) {
                    world.survivor
                            .deleteOrganization()
                            .delete(world.principal(slot.email()), java.util.Optional.empty());
                }
                for (int revision = 0; revision <= slot.revision(); revision++) {
                    Slot earlier = new Slot(slot.number(), revision, false);
                    world.assertFree(earlier.name(), earlier.email());
                }
            }
            assertThat(store.snapshot().collections()).isEmpty();
        }
    }
}
