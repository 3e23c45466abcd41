package io.orgstead.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.adapter.security.SecurityAdapters;
import io.orgstead.application.OrganizationManagement;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.IdempotencyKey;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Kills a process (SIGKILL) that moves an organization to and fro and writes its documents meanwhile, again and again: what was
 * acknowledged is there once, plus at most what was under way.
 */
abstract class MoveKillContract {

    private static final int KILLS = 15;
    private static final List<IsolationModel> MODELS = List.of(IsolationModel.values());
    private static final int LONGEST_LIFE_LINES = 60;

    private final Random random = new Random(20261128);
    private int acknowledged;
    private int moves;
    private int interrupted;

    abstract String location();

    @Test
    void nothingIsLostOrDoubled() throws Exception {
        try (StoreUnderTest store = StoresUnderTest.open(location());
                World world = new World(store)) {
            world.create(MoveWorker.NAME.value(), "a@acme.com");
        }
        for (int kill = 0; kill < KILLS; kill++) {
            letWorkAndKill();
            recoverAndCheck();
        }
        assertThat(moves).as("moves that came to their end").isPositive();
        assertThat(interrupted).as("kills in the middle of a move").isPositive();
    }

    private void letWorkAndKill() throws IOException, InterruptedException {
        Process worker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        MoveWorker.class.getName(),
                        location(),
                        Integer.toString(acknowledged))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(worker.getInputStream(), StandardCharsets.UTF_8))) {
            for (int life = 1 + random.nextInt(LONGEST_LIFE_LINES); life > 0; life--) {
                String line = lines.readLine();
                assertThat(line).as("the worker works").isNotNull();
                take(line);
            }
            // Not Process.destroyForcibly(): it closes the stream that the last words are read from.
            worker.toHandle().destroyForcibly();
            worker.waitFor();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                take(line);
            }
        } finally {
            worker.destroyForcibly();
        }
    }

    private void take(String line) {
        if (line.startsWith("DONE ") && line.endsWith(";")) {
            acknowledged++;
        } else if (line.equals("MOVED;")) {
            moves++;
        }
    }

    private void recoverAndCheck() {
        InstantSource clock = InstantSource.system();
        try (StoreUnderTest store = StoresUnderTest.open(location());
                SecurityAdapters security = World.security(clock)) {
            OrganizationManagement management = MoveWorker.management(store, security, clock);
            boolean half = !management.recoverInterrupted().recoverAll().isEmpty()
                    || !store.tenantCollections().findStaged(10).isEmpty();
            interrupted += half ? 1 : 0;
            Organization acme =
                    store.organizations().findByName(MoveWorker.NAME).orElseThrow();
            assertThat(acme.status()).isEqualTo(OrganizationStatus.ACTIVE);
            Principal admin = new Principal(acme.adminId(), acme.id(), acme.name(), acme.adminEmail());
            List<Value> found = new ArrayList<>();
            management
                    .organizationData()
                    .orElseThrow()
                    .export()
                    .export(
                            admin,
                            document -> found.add(document.get(Document.ID).orElseThrow()));
            List<Value> expected = new ArrayList<>();
            for (int i = 0; i < Math.max(acknowledged, found.size()); i++) {
                expected.add(new Value.Text(MoveWorker.id(i)));
            }
            assertThat(found).containsExactlyElementsOf(expected);
            assertThat(found.size()).isBetween(acknowledged, acknowledged + 1);
            acknowledged = found.size();
            // The claim of the one that was killed ends by itself after half a minute, for which nobody waits here.
            store.idempotencyRecords().remove(acme.id(), new IdempotencyKey("orgstead:move"));
            IsolationModel model = MODELS.get(random.nextInt(MODELS.size()));
            management.moveOrganization().orElseThrow().move(acme.name(), model, progress -> true);
            management.moveOrganization().orElseThrow().abandon(acme.name());
            assertThat(store.tenantCollections().findStaged(10)).isEmpty();
        }
    }
}
