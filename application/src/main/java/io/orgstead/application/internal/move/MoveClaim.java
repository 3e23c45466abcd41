package io.orgstead.application.internal.move;

import io.orgstead.domain.data.IdempotencyKey;
import io.orgstead.domain.data.IdempotencyRecord;
import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.failure.StoreUnavailableException;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.port.IdSource;
import io.orgstead.domain.port.IdempotencyRecords;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Lets one run at a time copy an organization's documents: two would take changes from one another. Kept among the requests of the
 * organization that take effect once, with an end that is put off as long as the run lives. For use by one thread.
 */
public final class MoveClaim {

    /** How long after the death of a run another one has to wait. */
    static final Duration LENGTH = Duration.ofSeconds(30);

    private static final Duration RENEWAL = Duration.ofSeconds(5);
    private static final IdempotencyKey KEY = new IdempotencyKey("orgstead:move");
    private static final String MARK = "move ";

    private final IdempotencyRecords records;
    private final InstantSource clock;
    private IdempotencyRecord held;

    private MoveClaim(IdempotencyRecords records, InstantSource clock, IdempotencyRecord held) {
        this.records = records;
        this.clock = clock;
        this.held = held;
    }

    /**
     * Takes it.
     *
     * @throws ConflictException if another run has it
     */
    public static MoveClaim take(
            IdempotencyRecords records, IdSource ids, InstantSource clock, OrganizationId organization) {
        Instant now = now(clock);
        IdempotencyRecord own = new IdempotencyRecord(
                organization, KEY, MARK + ids.nextId(), List.of(), false, now.plus(LENGTH), now.plus(LENGTH));
        Optional<IdempotencyRecord> other = records.enter(own, now);
        if (other.filter(found -> !found.fingerprint().startsWith(MARK)).isPresent()) {
            // A client's request that happens to have this key.
            records.remove(organization, KEY);
            other = records.enter(own, now);
        }
        if (other.isPresent()) {
            throw ConflictException.operationInProgress();
        }
        return new MoveClaim(records, clock, own);
    }

    private static Instant now(InstantSource clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Puts its end off, if it is time for that.
     *
     * @throws StartAgainException if it had ended, and nobody has it now
     * @throws ConflictException if another run has it
     */
    public void hold() {
        Instant now = now(clock);
        if (held.expiresAt().isBefore(now.plus(LENGTH).minus(RENEWAL))) {
            Instant end = now.plus(LENGTH);
            IdempotencyRecord renewed =
                    new IdempotencyRecord(held.organization(), KEY, held.fingerprint(), List.of(), false, end, end);
            if (!records.replace(held, renewed)) {
                regain(renewed, now);
            }
            held = renewed;
        }
    }

    /** A single step took longer than the claim holds. Whoever had it meanwhile may have taken changes. */
    private void regain(IdempotencyRecord renewed, Instant now) {
        if (records.enter(renewed, now).isPresent()) {
            throw ConflictException.operationInProgress();
        }
        held = renewed;
        throw new StartAgainException();
    }

    /** Gives it up; where the store does not answer, it ends by itself. */
    public void leave() {
        try {
            if (records.replace(held, held.finished())) {
                records.remove(held.organization(), KEY);
            }
        } catch (StoreUnavailableException e) {
            return;
        }
    }
}
