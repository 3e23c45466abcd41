package io.orgstead.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.bootstrap.hostile.HostileRun;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Thousands of hostile requests, made from the OpenAPI document and a seed, at the whole server. {@code -Dorgstead.hostile.requests}
 * says how many, {@code -Dorgstead.hostile.seed} which, and {@code -Dorgstead.hostile.first} from which number on, to repeat one.
 */
@Tag("thorough")
class HostileInputTest {

    private static final long REQUESTS = Long.getLong("orgstead.hostile.requests", 20_000);
    private static final long SEED = Long.getLong("orgstead.hostile.seed", 20_261_128);
    private static final long FIRST = Long.getLong("orgstead.hostile.first", 0);
    private static final int WARM_UP = 3_000;
    private static final int DAWDLERS = 20;
    private static final long MOST_GROWTH = 32L << 20;

    private static final List<String> CANARIES =
            List.of("canary-value-5d1c", "canary-field-8e42", "canary-index-77b0", "canary-title-c39f");
    private static final List<String> KNOWN_IDS = List.of("victim-1", "victim-2", "victim-3");

    @TempDir
    Path folder;

    private final AtomicInteger attackers = new AtomicInteger();
    private Server server;
    private ApiClient client;
    private String victim;

    @BeforeEach
    void start() throws InvalidSettingsException {
        server = Server.start(SettingsReader.read(Map.of(
                "ORGSTEAD_DATA_DIR", folder.resolve("data").toString(),
                "ORGSTEAD_HTTP_PORT", "0",
                "ORGSTEAD_BCRYPT_COST", "10",
                "ORGSTEAD_RATE_LIMIT", "off",
                "ORGSTEAD_MAX_BODY", "64KiB",
                "ORGSTEAD_QUOTA_DOCUMENTS", "500")));
        client = new ApiClient(server.url(), Duration.ofMinutes(1));
        client.create("Victim", "victim@example.com");
        victim = client.token("victim@example.com", ApiClient.PASSWORD);
        for (String id : KNOWN_IDS) {
            is(201, client.send(victim, "POST", "/org/data", """
                    {"_id": "%s", "canary-field-8e42": "canary-value-5d1c"}""".formatted(id)));
        }
        is(201, client.send(victim, "PUT", "/org/indexes", """
                {"name": "canary-index-77b0", "keys": {"canary-field-8e42": 1}}"""));
        is(201, client.send(victim, "PUT", "/org/schema", """
                {"title": "canary-title-c39f"}"""));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void isRefusedAndHarmsNobody() throws InterruptedException, IOException {
        HostileRun run = new HostileRun(server.url(), document(), SEED, CANARIES, KNOWN_IDS, this::newAttacker);
        ExecutorService dawdlers = Executors.newFixedThreadPool(DAWDLERS);
        URI url = server.url();
        for (int dawdler = 0; dawdler < DAWDLERS; dawdler++) {
            int delay = 50 + 50 * dawdler;
            dawdlers.execute(() -> HostileRun.dawdle(url, delay));
        }
        String before = client.send(victim, "GET", "/org/data", "").body();

        run.send(FIRST, Math.min(WARM_UP, REQUESTS));
        long used = usedMemory();
        run.send(FIRST + WARM_UP, Math.max(0, REQUESTS - WARM_UP));
        long growth = usedMemory() - used;
        dawdlers.shutdownNow();

        System.out.printf(
                "Hostile input: %d requests of seed %d, answers %s, succeeded %s, memory grew by %d KiB%n",
                REQUESTS, SEED, run.answers(), run.successes(), growth >> 10);
        assertThat(run.findings()).isEmpty();
        assertThat(growth).as("growth of memory in bytes").isLessThan(MOST_GROWTH);
        assertThat(client.send(victim, "GET", "/org/data", "").body())
                .as("the documents of another organization")
                .isEqualTo(before)
                .contains(CANARIES.get(0));
        assertThat(client.token("victim@example.com", ApiClient.PASSWORD)).isNotEmpty();
        assertThat(client.find("Victim").statusCode()).isEqualTo(200);
    }

    private String newAttacker() {
        int number = attackers.incrementAndGet();
        String email = "attacker" + number + "@example.com";
        is(201, client.create("Attacker " + number, email));
        return client.token(email, ApiClient.PASSWORD);
    }

    private String document() {
        return new PlainClient(server.url()).get("/openapi.json").body();
    }

    private static long usedMemory() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static HttpResponse<String> is(int status, HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return response;
    }
}
