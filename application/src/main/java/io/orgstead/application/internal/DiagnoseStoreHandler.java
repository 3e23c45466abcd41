package io.orgstead.application.internal;

import io.orgstead.application.usecase.CollectionBudget;
import io.orgstead.application.usecase.DiagnoseStore;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.port.StoreDiagnosis;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Looks at one thing after the other, as long as the store answers. */
public final class DiagnoseStoreHandler implements DiagnoseStore {

    /** Instances hold operations by leases of some seconds: their clocks must agree to within a few seconds. */
    private static final Duration WORRYING_SKEW = Duration.ofSeconds(1);

    private static final Duration DANGEROUS_SKEW = Duration.ofSeconds(5);

    /** A running instance settles what has expired every few seconds. */
    private static final Duration RECOVERY_TIME = Duration.ofMinutes(1);

    private static final int MOST_NAMED = 5;

    private final StoreDiagnosis diagnosis;
    private final Leftovers leftovers;
    private final InstantSource clock;

    /** Examines by these. */
    public DiagnoseStoreHandler(StoreDiagnosis diagnosis, Leftovers leftovers, InstantSource clock) {
        this.diagnosis = diagnosis;
        this.leftovers = leftovers;
        this.clock = clock;
    }

    @Override
    public Report diagnose() {
        List<Finding> findings = new ArrayList<>();
        try {
            Instant before = clock.instant();
            Instant there = diagnosis.time();
            Instant after = clock.instant();
            findings.add(new Finding(Subject.STORE, Severity.OK, "answers"));
            findings.add(indexes());
            findings.add(clock(skew(before, there, after)));
            findings.add(leftovers());
            findings.add(moves());
            findings.add(collections());
        } catch (StoreUnavailableException e) {
            findings.removeIf(finding -> finding.subject() == Subject.STORE);
            findings.add(0, new Finding(Subject.STORE, Severity.PROBLEM, "does not answer" + reason(e)));
        }
        return new Report(findings);
    }

    private static String reason(StoreUnavailableException e) {
        Throwable cause = e.getCause();
        return cause == null || cause.getMessage() == null ? "" : ": " + cause.getMessage();
    }

    private Finding indexes() {
        List<String> missing = diagnosis.missingIndexes();
        return missing.isEmpty()
                ? new Finding(Subject.INDEXES, Severity.OK, "all there")
                : new Finding(
                        Subject.INDEXES, Severity.PROBLEM, missing.size() + " missing: " + String.join(", ", missing));
    }

    /** How far the store's time is outside the time that the call took. */
    private static Duration skew(Instant before, Instant there, Instant after) {
        if (there.isBefore(before)) {
            return Duration.between(before, there);
        }
        return there.isAfter(after) ? Duration.between(after, there) : Duration.ZERO;
    }

    private static Finding clock(Duration skew) {
        Duration size = skew.abs();
        Severity severity = Severity.OK;
        if (size.compareTo(WORRYING_SKEW) > 0) {
            severity = size.compareTo(DANGEROUS_SKEW) > 0 ? Severity.PROBLEM : Severity.WARNING;
        }
        String detail = severity == Severity.OK
                ? "agrees with this machine's to within a second"
                : "is " + size.toMillis() + " ms " + (skew.isNegative() ? "behind" : "ahead of") + " this machine's";
        return new Finding(Subject.CLOCK, severity, detail);
    }

    private Finding leftovers() {
        Instant now = clock.instant();
        List<String> old = leftovers.leftBefore(now.minus(RECOVERY_TIME));
        if (!old.isEmpty()) {
            return new Finding(
                    Subject.LEFTOVERS, Severity.PROBLEM, "wait for a running server to settle them: " + listed(old));
        }
        List<String> recent = leftovers.leftBefore(now);
        return recent.isEmpty()
                ? new Finding(Subject.LEFTOVERS, Severity.OK, "none")
                : new Finding(
                        Subject.LEFTOVERS,
                        Severity.WARNING,
                        "for less than a minute, a running server settles them: " + listed(recent));
    }

    private Finding moves() {
        List<String> half = leftovers.halfMoved();
        return half.isEmpty()
                ? new Finding(Subject.MOVES, Severity.OK, "none")
                : new Finding(
                        Subject.MOVES,
                        Severity.WARNING,
                        "under way, or to be gone on with by another `move` or ended by `move --abandon`: "
                                + listed(half));
    }

    private static String listed(List<String> found) {
        String named = found.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return found.size() > MOST_NAMED ? named + ", and " + (found.size() - MOST_NAMED) + " more" : named;
    }

    private Finding collections() {
        CollectionBudget budget = new CollectionBudget(diagnosis.countCollections());
        String detail = budget.warning().orElse(budget.collections() + " of at most " + CollectionBudget.MOST);
        return new Finding(Subject.COLLECTIONS, severity(budget), detail);
    }

    private static Severity severity(CollectionBudget budget) {
        if (budget.isSpent()) {
            return Severity.PROBLEM;
        }
        return budget.warning().isPresent() ? Severity.WARNING : Severity.OK;
    }
}
