package io.orgstead.application.internal.data;

import io.orgstead.application.usecase.data.InsertDocuments;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.IdempotencyRecord;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.failure.DomainException;
import io.orgstead.domain.failure.FailureCode;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.failure.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Inserts under an idempotency key. The record with the ids is there before the documents. Who finds one that is not done and
 * whose lease has ended takes it over: the writer before was not heard of for longer than writers may be silent, so what it
 * had begun is undone or was complete. After that a look tells which: a document with an id that was made here is there only
 * if the batch took effect, as nobody else has that id; ids of the caller's own choice prove it if all the documents are
 * there as they were sent, in which case it makes no difference who inserted them.
 *
 * <p>What nobody can tell apart is a batch that took effect, whose owner died before it could say so, and of which all
 * documents were removed before the request was made again: it is inserted again.
 */
final class OnceOnly {

    private static final int UNDO_BATCH = 1_000;

    private final DataPorts ports;
    private final TenantScopes scopes;
    private final Insertion insertion;

    OnceOnly(DataPorts ports, TenantScopes scopes, Insertion insertion) {
        this.ports = ports;
        this.scopes = scopes;
        this.insertion = insertion;
    }

    List<Value> insert(
            Principal caller, InsertDocuments.Command command, List<Document> documents, InsertDocuments.Once request) {
        Instant now = now();
        IdempotencyRecord own = new IdempotencyRecord(
                caller.organizationId(),
                request.key(),
                request.fingerprint(),
                InsertDocumentsHandler.idsOf(documents),
                false,
                leaseFrom(now),
                now.plus(InsertDocuments.MEMORY));
        Optional<IdempotencyRecord> earlier = ports.records().enter(own, now);
        if (earlier.isEmpty()) {
            return carryOut(caller, command, documents, own);
        }
        IdempotencyRecord found = earlier.get();
        if (!found.fingerprint().equals(request.fingerprint())) {
            throw InvalidValueException.idempotencyKeyReused();
        }
        return found.done() ? found.ids() : takeOver(caller, command, found, now);
    }

    private List<Value> takeOver(
            Principal caller, InsertDocuments.Command command, IdempotencyRecord found, Instant now) {
        IdempotencyRecord own = found.leasedUntil(leaseFrom(now));
        if (found.leaseUntil().isAfter(now) || !ports.records().replace(found, own)) {
            throw ConflictException.requestInFlight();
        }
        List<Document> documents = withIds(command.documents(), own.ids());
        undoInterrupted(now.minus(ports.patience()));
        if (tookEffect(caller, command.documents(), documents)) {
            return finish(own);
        }
        return carryOut(caller, command, documents, own);
    }

    private void undoInterrupted(Instant silentSince) {
        int undone = UNDO_BATCH;
        while (undone == UNDO_BATCH) {
            undone = ports.documents().undoInterrupted(silentSince, UNDO_BATCH);
        }
    }

    private boolean tookEffect(Principal caller, List<Document> sent, List<Document> documents) {
        return scopes.within(caller, scope -> {
            boolean proven = true;
            for (int i = 0; i < documents.size(); i++) {
                Optional<Document> found =
                        ports.documents().findById(scope, documents.get(i).id());
                boolean madeHere = sent.get(i).get(Document.ID).isEmpty();
                if (madeHere && found.isPresent()) {
                    return true;
                }
                proven &= found.equals(Optional.of(documents.get(i)));
            }
            return proven;
        });
    }

    private List<Value> carryOut(
            Principal caller, InsertDocuments.Command command, List<Document> documents, IdempotencyRecord own) {
        try {
            insertion.insert(caller, documents, command.onlyNew());
        } catch (DomainException refusal) {
            if (refusal.code() != FailureCode.STORE_UNAVAILABLE) {
                forget(own, refusal);
            }
            throw refusal;
        }
        return finish(own);
    }

    /** The documents are there, whatever becomes of the record: should it stay as it is, a repetition finds them. */
    private List<Value> finish(IdempotencyRecord own) {
        try {
            ports.records().replace(own, own.finished());
        } catch (StoreUnavailableException e) {
            return own.ids();
        }
        return own.ids();
    }

    /**
     * Nothing was inserted by this attempt. If it has been so slow that another took over, that one's answer counts. The lease
     * is renewed, so that nobody does between the look and the removal.
     */
    private void forget(IdempotencyRecord own, DomainException refusal) {
        try {
            if (!ports.records().replace(own, own.leasedUntil(leaseFrom(now())))) {
                throw ConflictException.requestInFlight();
            }
            ports.records().remove(own.organization(), own.key());
        } catch (StoreUnavailableException e) {
            refusal.addSuppressed(e);
        }
    }

    private static List<Document> withIds(List<Document> documents, List<Value> ids) {
        List<Document> complete = new ArrayList<>(documents.size());
        for (int i = 0; i < documents.size(); i++) {
            complete.add(documents.get(i).withId(ids.get(i)));
        }
        return complete;
    }

    private Instant now() {
        return ports.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Twice what a writer may be silent: whoever takes over finds no insert of the owner before that is still under way. */
    private Instant leaseFrom(Instant now) {
        Duration lease = ports.patience().multipliedBy(2);
        return now.plus(lease);
    }
}
