package io.orgstead.reliability.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.orgstead.reliability.journal.OrganizationState;
import io.orgstead.reliability.report.Report;
import io.orgstead.reliability.server.Contents;
import io.orgstead.reliability.server.OrgsteadCommand;
import io.orgstead.reliability.server.OrgsteadServer;
import io.orgstead.reliability.server.Store;
import io.orgstead.reliability.traffic.Tally;
import io.orgstead.reliability.traffic.Traffic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/**
 * Starts a server, lets clients work, kills the server (SIGKILL), again and again; looks after each start whether all that was
 * acknowledged is there, nothing that was refused, and what was not answered as a whole or not at all; and in the end whether
 * nothing is left over and every name can be used again.
 */
final class KillRun {

    private static final String EXPECTATION =
            "what was acknowledged is there, what was refused is not, the rest as a whole or not at all; nothing left over";

    /** In every build. */
    private static final int FEW = 3;

    private static final int CLIENTS = 6;
    private static final int STARTS = 10;
    private static final int MOST_LIFECYCLE_CHANGES = 24;
    private static final int MOST_CHANGES = 150;
    private static final int LONGEST_PAUSE_MILLIS = 40;
    private static final int LONGEST_WAIT_MILLIS = 3000;
    private static final Pattern NAME = Pattern.compile("Org t\\d+n\\d+ \\d");

    private final Store store;
    private final Path folder;
    private final int kills;
    private final long seed;
    private final Random random;
    private final Traffic traffic;
    private final Operator operator;
    private long slowestStartMillis;

    KillRun(Store store, Path folder) {
        this.store = store;
        this.folder = folder;
        this.kills = Integer.getInteger("orgstead.crash.kills", FEW);
        this.seed = Long.getLong("orgstead.crash.seed", 20_261_128);
        this.random = new Random(seed);
        this.traffic = new Traffic(seed, CLIENTS);
        this.operator = new Operator(store, folder, seed, traffic.tally());
    }

    void run() throws InterruptedException {
        System.out.printf("%d kills on the %s store, seed %d%n", kills, store.title(), seed);
        for (int kill = 0; kill < kills; kill++) {
            try (OrgsteadServer server = start()) {
                operator.begin(names());
                judge(server, store.settlesWithin(), "before kill " + kill);
                traffic.start(server.url());
                awaitMoment();
                server.kill();
                traffic.end();
                operator.end();
            }
        }
        end();
        Report.add("kill -9 of the server", store.title(), EXPECTATION, seen());
    }

    /** As whatever looks after a server does: one that says that its store does not answer is started again. */
    private OrgsteadServer start() {
        for (int attempt = 1; ; attempt++) {
            OrgsteadServer server = OrgsteadServer.start(folder, store.settings());
            if (server.isReady() || attempt == STARTS) {
                server.url();
                slowestStartMillis = Math.max(slowestStartMillis, server.age().toMillis());
                return server;
            }
            traffic.tally().count("starts without a store");
            server.close();
        }
    }

    private List<String> names() {
        return traffic.organizations().stream().map(OrganizationState::name).toList();
    }

    /** After some changes of any kind, soon after one of several steps has begun, or about when the operator is done. */
    private void awaitMoment() throws InterruptedException {
        switch (random.nextInt(3)) {
            case 0 -> traffic.awaitLifecycleChanges(1 + random.nextInt(MOST_LIFECYCLE_CHANGES));
            case 1 -> traffic.awaitChanges(1 + random.nextInt(MOST_CHANGES));
            default -> operator.await(Duration.ofMillis(random.nextInt(LONGEST_WAIT_MILLIS)));
        }
        TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
    }

    private void judge(OrgsteadServer server, Duration settlesWithin, String when) throws InterruptedException {
        traffic.judge(server.url(), settlesWithin);
        assertThat(traffic.findings())
                .as("%s of seed %d; the server complained: %s", when, seed, server.complaints())
                .isEmpty();
    }

    private void end() throws InterruptedException {
        try (OrgsteadServer server = start()) {
            awaitSettled();
            judge(server, Duration.ZERO, "in the end");
            judgeCopy(operator.backUpAndRestore());
            assertThat(server.stop()).as("exit code of a stop in order").isZero();
        }
        abandonMoves();
        assertNothingIsLeftOver();
        try (OrgsteadServer server = start()) {
            traffic.tidyUp(server.url());
            assertThat(traffic.findings()).as("using every name again").isEmpty();
            assertThat(server.stop()).as("exit code of a stop in order").isZero();
        }
        Contents contents = store.contents();
        assertThat(contents.adminsNamed()).as("organizations").isEmpty();
        assertThat(contents.admins()).as("admins").isEmpty();
        assertThat(contents.homes()).as("collections").isEmpty();
    }

    /** While a server runs, an embedded store is nobody else's to look at, and needs no time. */
    private void awaitSettled() {
        if (!store.settlesWithin().isZero()) {
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(200))
                    .atMost(store.settlesWithin())
                    .untilAsserted(
                            () -> assertThat(store.contents().unsettled()).isEmpty());
        }
    }

    /** What a backup holds is what clients know. Tokens are the other installation's. */
    private void judgeCopy(Store copy) throws InterruptedException {
        try (OrgsteadServer server = OrgsteadServer.start(folder, copy.settings())) {
            traffic.forgetTokens();
            judge(server, Duration.ZERO, "in a restored backup");
            traffic.forgetTokens();
        }
    }

    private void abandonMoves() {
        for (List<String> names = halfMoved(); !names.isEmpty(); names = halfMoved()) {
            operator.abandonMoves(names);
        }
    }

    private List<String> halfMoved() {
        return NAME.matcher(doctor()).results().map(MatchResult::group).toList();
    }

    private String doctor() {
        try (OrgsteadCommand doctor = OrgsteadCommand.start(store.settings(), "doctor")) {
            OrgsteadCommand.Result result = doctor.result();
            assertThat(result.exitCode()).as(result.output()).isZero();
            return result.output();
        }
    }

    private void assertNothingIsLeftOver() {
        assertThat(doctor()).containsPattern("leftovers +ok +none").containsPattern("moves +ok +none");
        Contents contents = store.contents();
        assertThat(contents.unsettled()).as("under way").isEmpty();
        assertThat(contents.admins()).as("admins").isEqualTo(contents.adminsNamed());
        assertThat(contents.adminsNamed())
                .as("organizations")
                .hasSize(traffic.organizations().size());
        assertThat(contents.homes())
                .as("collections")
                .hasSameSizeAs(contents.adminsNamed())
                .doesNotHaveDuplicates();
    }

    private String seen() {
        Tally tally = traffic.tally();
        return "%d kills: %d changes acknowledged, %d unanswered (%d there, %d not); %d moves done, %d cut short; %d backups done,"
                        .formatted(
                                kills,
                                tally.of("acknowledged"),
                                tally.of("unanswered, there") + tally.of("unanswered, not there"),
                                tally.of("unanswered, there"),
                                tally.of("unanswered, not there"),
                                tally.of("moves done"),
                                tally.of("moves cut short"),
                                tally.of("backups done"))
                + " %d cut short, %d restored; %d looks at an organization, 0 findings; slowest start %d ms; seed %d"
                        .formatted(
                                tally.of("backups cut short"),
                                tally.of("backups restored"),
                                tally.of("looked at"),
                                slowestStartMillis,
                                seed);
    }
}
