package io.orgstead.application.internal.data;

import io.orgstead.application.usecase.data.ImportDocuments;
import io.orgstead.application.usecase.data.ReplaceDocument;
import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a batch, takes it in, reads the next. */
final class ImportDocumentsHandler implements ImportDocuments {

    private final DataPorts ports;
    private final TenantScopes scopes;
    private final Refusals refusals;
    private final Schemas schemas;
    private final Insertion insertion;
    private final ReplaceDocument replace;

    ImportDocumentsHandler(
            DataPorts ports,
            TenantScopes scopes,
            Refusals refusals,
            Schemas schemas,
            Insertion insertion,
            ReplaceDocument replace) {
        this.ports = ports;
        this.scopes = scopes;
        this.refusals = refusals;
        this.schemas = schemas;
        this.insertion = insertion;
        this.replace = replace;
    }

    @Override
    public Result load(Principal caller, OnConflict onConflict, Source source) {
        ImportTally tally = new ImportTally();
        Optional<Stop> stopped = Optional.empty();
        boolean more = true;
        while (more) {
            List<Line> lines = new ArrayList<>();
            Optional<Stop> unreadable = read(source, lines);
            stopped = new ImportBatch(ports, scopes, refusals, schemas, insertion, replace, tally)
                    .take(caller, onConflict, lines)
                    .or(() -> unreadable);
            more = !lines.isEmpty() && stopped.isEmpty();
        }
        return new Result(tally.inserted(), tally.replaced(), tally.skipped(), stopped);
    }

    /** Fills a batch; says what is wrong with the line behind it, if anything is. */
    private Optional<Stop> read(Source source, List<Line> lines) {
        long bytes = 0;
        while (lines.size() < BATCH && bytes < BATCH_BYTES) {
            try {
                Optional<Line> next = source.next();
                if (next.isEmpty()) {
                    return Optional.empty();
                }
                Document complete = checked(next.get().document());
                lines.add(new Line(next.get().number(), complete));
                bytes += DocumentSize.of(complete);
            } catch (RuntimeException e) {
                return Optional.of(new Stop(source.line(), e));
            }
        }
        return Optional.empty();
    }

    private Document checked(Document document) {
        Document complete = InsertDocumentsHandler.complete(document, ports.ids());
        refusals.requireSize(complete);
        return complete;
    }
}
