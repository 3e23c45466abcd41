package io.orgstead.application.internal.data;

import io.orgstead.application.usecase.data.ImportDocuments.Line;
import io.orgstead.application.usecase.data.ImportDocuments.OnConflict;
import io.orgstead.application.usecase.data.ImportDocuments.Stop;
import io.orgstead.application.usecase.data.Preconditions;
import io.orgstead.application.usecase.data.ReplaceDocument;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentSize;
import io.orgstead.domain.data.InsertOutcome;
import io.orgstead.domain.data.Usage;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.failure.DomainException;
import io.orgstead.domain.failure.SchemaViolatedException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a batch in: all at once, if nothing is in the way. Else what is in the way is looked up, and what is left is inserted in
 * as few steps as the order allows; of a batch that holds a document which is refused, those before it.
 */
final class ImportBatch {

    private final DataPorts ports;
    private final TenantScopes scopes;
    private final Refusals refusals;
    private final Schemas schemas;
    private final Insertion insertion;
    private final ReplaceDocument replace;
    private final ImportTally tally;
    private final Set<Value> taken = new HashSet<>();
    private Optional<Stop> stop = Optional.empty();

    ImportBatch(
            DataPorts ports,
            TenantScopes scopes,
            Refusals refusals,
            Schemas schemas,
            Insertion insertion,
            ReplaceDocument replace,
            ImportTally tally) {
        this.ports = ports;
        this.scopes = scopes;
        this.refusals = refusals;
        this.schemas = schemas;
        this.insertion = insertion;
        this.replace = replace;
        this.tally = tally;
    }

    /** Says why it stopped before the end, if it did. */
    Optional<Stop> take(Principal caller, OnConflict onConflict, List<Line> lines) {
        List<Line> rest = lines;
        while (!rest.isEmpty()) {
            try {
                rest = step(caller, onConflict, rest);
            } catch (DomainException refusal) {
                return Optional.of(new Stop(rest.get(0).number(), refusal));
            }
        }
        return stop;
    }

    /** Takes the next ones in, or finds out why not; gives what is left. */
    private List<Line> step(Principal caller, OnConflict onConflict, List<Line> lines) {
        if (onConflict == OnConflict.SKIP) {
            List<Line> free = free(lines);
            tally.skipped(lines.size() - (long) free.size());
            return free.isEmpty() ? free : insert(caller, onConflict, free, free.size());
        }
        if (taken.contains(lines.get(0).document().id())) {
            replace(caller, lines.get(0).document());
            return lines.subList(1, lines.size());
        }
        return insert(caller, onConflict, lines, onConflict == OnConflict.FAIL ? lines.size() : run(lines));
    }

    /** Those whose ids are not known to be taken, each id once. */
    private List<Line> free(List<Line> lines) {
        Set<Value> seen = new HashSet<>(taken);
        return lines.stream().filter(line -> seen.add(line.document().id())).toList();
    }

    /** How many come before one whose id is known to be taken. */
    private int run(List<Line> lines) {
        Set<Value> seen = new HashSet<>(taken);
        int length = 0;
        while (length < lines.size() && seen.add(lines.get(length).document().id())) {
            length++;
        }
        return length;
    }

    private void replace(Principal caller, Document document) {
        boolean created = replace.replace(
                        caller, new ReplaceDocument.Command(document.id(), document, Preconditions.NONE))
                .created();
        if (created) {
            tally.inserted(1);
        } else {
            tally.replaced(1);
        }
    }

    private List<Line> insert(Principal caller, OnConflict onConflict, List<Line> lines, int count) {
        List<Document> documents =
                lines.subList(0, count).stream().map(Line::document).toList();
        InsertOutcome outcome;
        try {
            outcome = insertion.attempt(caller, documents);
        } catch (SchemaViolatedException violated) {
            return upToFirstViolating(caller, documents, lines);
        }
        if (outcome instanceof InsertOutcome.Inserted) {
            tally.inserted(count);
            documents.forEach(document -> taken.add(document.id()));
            return lines.subList(count, lines.size());
        }
        if (outcome instanceof InsertOutcome.IdTaken conflict && onConflict != OnConflict.FAIL) {
            lookUp(caller, documents);
            taken.add(documents.get(conflict.position()).id());
            return lines;
        }
        int position = positionOf(outcome, documents);
        stop = Optional.of(new Stop(lines.get(position).number(), reasonOf(outcome)));
        return lines.subList(0, position);
    }

    /** All of them, for another try, if the schema has been changed meanwhile so that none violates it. */
    private List<Line> upToFirstViolating(Principal caller, List<Document> documents, List<Line> lines) {
        Optional<Schemas.Violating> first = schemas.firstViolating(caller.organizationId(), documents);
        if (first.isEmpty()) {
            return lines;
        }
        int position = first.get().position();
        stop = Optional.of(new Stop(lines.get(position).number(), first.get().reason()));
        return lines.subList(0, position);
    }

    /** Once one is there already, others may well be, too. */
    private void lookUp(Principal caller, List<Document> documents) {
        for (Document document : documents) {
            Value id = document.id();
            if (!taken.contains(id)
                    && scopes.within(caller, scope -> ports.documents().findById(scope, id))
                            .isPresent()) {
                taken.add(id);
            }
        }
    }

    private int positionOf(InsertOutcome outcome, List<Document> documents) {
        if (outcome instanceof InsertOutcome.IdTaken conflict) {
            return conflict.position();
        } else if (outcome instanceof InsertOutcome.IndexViolated violated) {
            return violated.position();
        } else if (outcome instanceof InsertOutcome.ParallelArrays parallel) {
            return parallel.position();
        } else if (outcome instanceof InsertOutcome.QuotaReached reached) {
            return fitting(reached.usage(), documents);
        }
        throw new IllegalStateException("an outcome without position");
    }

    /** How many documents there is room for; not all of them, as that was refused. */
    private int fitting(Usage usage, List<Document> documents) {
        Usage full = usage;
        for (int i = 0; i < documents.size(); i++) {
            full = full.plus(new Usage(1, DocumentSize.of(documents.get(i))));
            if (!full.isWithin(ports.quota())) {
                return i;
            }
        }
        return documents.size() - 1;
    }

    private DomainException reasonOf(InsertOutcome outcome) {
        if (outcome instanceof InsertOutcome.IndexViolated violated) {
            return ConflictException.indexViolated(violated.index());
        } else if (outcome instanceof InsertOutcome.ParallelArrays parallel) {
            return Refusals.parallelArrays(parallel.index());
        } else if (outcome instanceof InsertOutcome.QuotaReached reached) {
            return refusals.quotaReached(reached.usage(), 1);
        }
        return ConflictException.documentExists();
    }
}
