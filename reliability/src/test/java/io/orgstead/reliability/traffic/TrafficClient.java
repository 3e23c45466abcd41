package io.orgstead.reliability.traffic;

import io.orgstead.reliability.journal.Journal;
import io.orgstead.reliability.journal.OrganizationState;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Asks for one change after the other, each of organizations of its own. Those of which it is not known what became of the last
 * change rest until they are judged, and others take their places. Not thread-safe.
 */
final class TrafficClient {

    private static final int AT_WORK = 3;
    private static final int MOST = 40;
    private static final int ATTEMPTS = 6;

    private final int number;
    private final Random random;
    private final Changes changes;
    private final Tally tally;
    private final Consumer<Change> onBegin;
    private final Consumer<String> findings;
    private final List<Tenant> tenants = new ArrayList<>();

    TrafficClient(int number, long seed, Tally tally, Consumer<Change> onBegin, Consumer<String> findings) {
        this.number = number;
        this.random = new Random(seed);
        this.changes = new Changes(random);
        this.tally = tally;
        this.onBegin = onBegin;
        this.findings = findings;
    }

    List<Tenant> tenants() {
        return List.copyOf(tenants);
    }

    /** Goes on until it is to stop, hears nothing from the server, or does not know of any organization what became of it. */
    void work(Api api, AtomicBoolean stop) {
        try {
            boolean more = true;
            while (more && !stop.get()) {
                more = step(api);
            }
        } catch (IOException unanswered) {
            tally.count("connections that broke");
        }
    }

    private boolean step(Api api) throws IOException {
        List<Tenant> closed = closed();
        if (closed.isEmpty()) {
            return false;
        }
        Tenant tenant = closed.get(random.nextInt(closed.size()));
        List<OrganizationState> others = closed.stream()
                .filter(other -> other != tenant)
                .flatMap(other -> other.journal().settled().stream())
                .toList();
        Change change = changes.next(tenant, tenant.journal().settled(), others);
        if (change.kind() == Change.Kind.CREATE || tenant.token().isPresent() || logIn(api, tenant)) {
            ask(api, tenant, change);
        }
        return true;
    }

    private List<Tenant> closed() {
        List<Tenant> closed = new ArrayList<>(
                tenants.stream().filter(tenant -> !tenant.journal().isOpen()).toList());
        while (closed.size() < AT_WORK && tenants.size() < MOST) {
            Tenant tenant = new Tenant(number, tenants.size());
            tenants.add(tenant);
            closed.add(tenant);
        }
        return closed;
    }

    private boolean logIn(Api api, Tenant tenant) throws IOException {
        OrganizationState state = tenant.journal().settled().orElseThrow();
        Answer answer = api.logIn(state.email(), state.password());
        if (answer.status() == 200) {
            tenant.holdToken(Optional.of(answer.body().path("access_token").asText()));
            return true;
        }
        if (answer.status() == 503) {
            tally.count("refused with 503");
        } else {
            findings.accept("logging " + state.email() + " in: " + answer);
        }
        return false;
    }

    private void ask(Api api, Tenant tenant, Change change) throws IOException {
        tenant.attempt(change.after());
        Optional<String> token = change.kind() == Change.Kind.CREATE ? Optional.empty() : tenant.token();
        if (change.endsToken()) {
            tenant.holdToken(Optional.empty());
        }
        tally.count("asked for");
        onBegin.accept(change);
        Answer answer = api.send(change.method(), change.path(), token, change.body());
        hear(tenant, change, answer);
        if (tenant.token().isEmpty() && change.kind() != Change.Kind.CREATE && !happened(answer)) {
            tenant.holdToken(token);
        }
    }

    private static boolean happened(Answer answer) {
        return answer.status() / 100 == 2;
    }

    private void hear(Tenant tenant, Change change, Answer answer) {
        Journal journal = tenant.journal();
        if (happened(answer)) {
            journal.acknowledged();
            tally.count("acknowledged");
            tally.count("acknowledged " + change.kind());
            if (!change.allowed()) {
                findings.accept("happened and may not: " + change + ": " + answer);
            }
        } else if (answer.status() == 503 && answer.code().equals("store_unavailable")) {
            // It may have happened: only the store knows.
            tally.count("answered 503, outcome unknown");
        } else {
            journal.refused();
            boolean busy = answer.status() == 503 || answer.code().equals("operation_in_progress");
            tally.count(busy ? "refused for the moment" : "refused");
            if (!busy && (change.allowed() || answer.status() != 409)) {
                findings.accept("refused without a reason: " + change + ": " + answer);
            }
        }
    }

    /** Judges every organization that has had the time to settle. */
    void judge(Api api, Duration settlesWithin) {
        Look look = new Look(api);
        for (Tenant tenant : tenants) {
            if (!tenant.journal().isOpen() || tenant.openForNanos() >= settlesWithin.toNanos()) {
                judge(look, tenant);
            }
        }
    }

    private void judge(Look look, Tenant tenant) {
        Journal journal = tenant.journal();
        boolean open = journal.isOpen();
        Optional<OrganizationState> before = journal.settled();
        try {
            Optional<OrganizationState> found = patiently(look, tenant);
            journal.judge(found).forEach(finding -> findings.accept(tenant.label() + ": " + finding));
            tally.count("looked at");
            if (open) {
                tally.count(before.equals(found) ? "unanswered, not there" : "unanswered, there");
            }
            if (found.isEmpty()) {
                tenant.holdToken(Optional.empty());
            }
        } catch (IOException | StrangeAnswerException e) {
            findings.accept(tenant.label() + ": " + e.getMessage());
        }
    }

    /** What is there is the question, and not how soon a busy machine tells. */
    private static Optional<OrganizationState> patiently(Look look, Tenant tenant)
            throws IOException, StrangeAnswerException {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return look.at(tenant);
            } catch (HttpTimeoutException | BusyException later) {
                // Asked again below.
            }
        }
        return look.at(tenant);
    }

    /** Deletes what it has, gives each name and address it had to an organization once more, and deletes that, too. */
    void tidyUp(Api api) {
        for (Tenant tenant : tenants) {
            try {
                if (tenant.journal().settled().isPresent()) {
                    OrganizationState state = tenant.journal().settled().get();
                    delete(api, tenant, token(api, tenant, state.email(), state.password()));
                }
                useEverythingOnce(api, tenant);
            } catch (IOException e) {
                findings.accept(tenant.label() + " cannot be tidied up: " + e);
            }
        }
    }

    private void useEverythingOnce(Api api, Tenant tenant) throws IOException {
        List<String> names = tenant.names();
        List<String> emails = tenant.emails();
        String password = tenant.passwords().get(0);
        expect(201, tenant, api.create(names.get(0), emails.get(0), password));
        Optional<String> token = token(api, tenant, emails.get(0), password);
        for (int i = 1; i < names.size(); i++) {
            String body = Api.JSON
                    .createObjectNode()
                    .put("new_organization_name", names.get(i))
                    .put("email", emails.get(i))
                    .toString();
            expect(200, tenant, api.send("PUT", "/org/update", token, body));
        }
        delete(api, tenant, token);
    }

    private Optional<String> token(Api api, Tenant tenant, String email, String password) throws IOException {
        Answer login = api.logIn(email, password);
        expect(200, tenant, login);
        return Optional.of(login.body().path("access_token").asText());
    }

    private void delete(Api api, Tenant tenant, Optional<String> token) throws IOException {
        expect(200, tenant, api.send("DELETE", "/org/delete", token, ""));
    }

    private void expect(int status, Tenant tenant, Answer answer) {
        if (answer.status() != status) {
            findings.accept(tenant.label() + " cannot be tidied up: " + answer);
        }
    }
}
