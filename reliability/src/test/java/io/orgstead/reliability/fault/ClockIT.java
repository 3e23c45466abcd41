package io.orgstead.reliability.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.reliability.NeedsFilter;
import io.orgstead.reliability.fault.EveryRoute.Sample;
import io.orgstead.reliability.report.Report;
import io.orgstead.reliability.server.EmbeddedStore;
import io.orgstead.reliability.server.OrgsteadServer;
import io.orgstead.reliability.traffic.Answer;
import io.orgstead.reliability.traffic.Api;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clock of the server's machine is stepped by hours while it serves. */
@Tag(NeedsFilter.C_COMPILER)
@Tag(NeedsFilter.TIME)
class ClockIT {

    private static final Duration STEP = Duration.ofHours(2);

    @TempDir
    Path folder;

    private SteppedClock clock;

    @BeforeEach
    void start() {
        clock = new SteppedClock(folder);
    }

    /** Forward, in the middle of traffic: nobody notices, as long as tokens hold. */
    @Test
    void goesForward() throws IOException, InterruptedException {
        try (Scene scene = new Scene(new EmbeddedStore(folder.resolve("data")), folder, clock.settings())) {
            scene.begin(100);
            clock.set(STEP);
            assertThat(scene.ask()).allMatch(Sample::succeeded);
            scene.endAndJudge();
            Report.add(
                    "clock 2 h forward while serving",
                    "embedded",
                    "every route goes on, tokens that still hold too, nothing lost",
                    "%d of 11 routes succeed; %s".formatted(scene.count(200) + scene.count(201), scene.seen()));
        }
    }

    /**
     * Back: tokens that were issued in what is now the future are refused, a new login holds at once, and all goes on, for an admin
     * as well whose password was changed in what is now the future.
     */
    @Test
    void goesBack() throws IOException, InterruptedException {
        try (Scene scene = new Scene(new EmbeddedStore(folder.resolve("data")), folder, clock.settings())) {
            scene.changePassword("correct horse 2");
            assertThat(scene.ask()).allMatch(Sample::succeeded);
            clock.set(STEP.negated());
            long refused = scene.ask().stream()
                    .filter(sample -> sample.status() == 401)
                    .count();
            assertThat(refused).as("routes that refuse a token from the future").isPositive();
            scene.logInAgain();
            assertThat(scene.ask()).allMatch(Sample::succeeded);
            scene.begin(100);
            scene.endAndJudge();
            Report.add(
                    "clock 2 h back while serving",
                    "embedded",
                    "tokens from the future are refused, a new login holds at once, every route goes on, nothing lost",
                    "%d of the 8 routes with a token refuse the old one; with a new one all succeed; %s"
                            .formatted(refused, scene.seen()));
        }
    }

    /** Requests are counted in spans that the clock does not touch: whoever was limited is served as soon as without the step. */
    @Test
    void doesNotTouchTheRateLimit() throws IOException {
        Map<String, String> settings = new HashMap<>(clock.settings());
        settings.putAll(new EmbeddedStore(folder.resolve("data")).settings());
        settings.put("ORGSTEAD_RATE_LIMIT", "10/20s");
        try (OrgsteadServer server = OrgsteadServer.start(folder, settings)) {
            Api api = new Api(server.url());
            for (Duration step : new Duration[] {STEP.negated(), STEP}) {
                int asked = 0;
                while (api.find("nobody").status() != 429) {
                    asked++;
                    assertThat(asked).isLessThan(100);
                }
                clock.set(step);
                Awaitility.await()
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> api.find("nobody").status() == 404);
            }
            Report.add(
                    "clock 2 h back, then 4 h forward, against a rate limit of 10/20s",
                    "embedded",
                    "whoever was limited is served again when it would have been",
                    "served again after both steps");
        }
    }

    /** A request that takes effect once does so whatever the clock says meanwhile, and anew when its 24 hours are over. */
    @Test
    void doesNotRepeatWhatTakesEffectOnce() throws IOException {
        Map<String, String> settings = new HashMap<>(clock.settings());
        settings.putAll(new EmbeddedStore(folder.resolve("data")).settings());
        settings.put("ORGSTEAD_JWT_TTL", "30d");
        try (OrgsteadServer server = OrgsteadServer.start(folder, settings)) {
            Api api = new Api(server.url());
            assertThat(api.create("Once", "once@example.com", "correct horse").status())
                    .isEqualTo(201);
            String first = insertOnce(api);
            for (Duration step : new Duration[] {STEP, STEP.negated()}) {
                clock.set(step);
                assertThat(insertOnce(api)).as("ids after a step of %s", step).isEqualTo(first);
            }
            clock.set(Duration.ofHours(25));
            assertThat(insertOnce(api)).as("ids after a day").isNotEqualTo(first);
            Report.add(
                    "clock 2 h forward, 2 h back, 25 h forward, with an Idempotency-Key",
                    "embedded",
                    "once only within 24 h by the clock, whatever its steps",
                    "the same ids after the steps of 2 h, others after 25 h");
        }
    }

    private static String insertOnce(Api api) throws IOException {
        String token = api.logIn("once@example.com", "correct horse")
                .body()
                .path("access_token")
                .asText();
        Answer answer =
                api.send("POST", "/org/data", Optional.of(token), "[{\"v\": 1}, {\"v\": 2}]", "Idempotency-Key", "k");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.body().path("ids").toString();
    }
}
