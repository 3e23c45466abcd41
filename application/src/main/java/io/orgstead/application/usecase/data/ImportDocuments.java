package io.orgstead.application.usecase.data;

import io.orgstead.domain.access.Principal;
import io.orgstead.domain.data.Document;
import java.util.Optional;

/** Takes any number of documents into the caller's organization. */
public interface ImportDocuments {

    /** The most documents that are inserted together. */
    int BATCH = 500;

    /** Documents are inserted together until they have so many bytes, as {@link io.orgstead.domain.data.DocumentSize} counts. */
    long BATCH_BYTES = 1L << 20;

    /** What to do with a document whose id is taken. */
    enum OnConflict {
        /** Stop there. */
        FAIL,
        /** Leave what is there, and go on. */
        SKIP,
        /** Put it in the place of what is there. */
        REPLACE
    }

    /**
     * Takes documents in, in their order, in batches that are inserted all or none. One without {@code _id} is given an ObjectId.
     * The first that is refused ends the import: all before it are there, and none behind it. Made again with
     * {@link OnConflict#SKIP} or {@link OnConflict#REPLACE} it completes what an earlier run began.
     *
     * @param caller whose organization it is
     * @param onConflict what to do with a document whose id is taken
     * @param source where they come from; read by the calling thread, no more than a batch ahead
     * @return what became of it
     */
    Result load(Principal caller, OnConflict onConflict, Source source);

    /** Where documents come from. */
    interface Source {

        /**
         * The next document. Whatever it throws stops the import when all before it are taken in.
         *
         * @return empty at the end
         */
        Optional<Line> next();

        /**
         * Where it is: what an exception of {@link #next} is about.
         *
         * @return the number of the line, from 1
         */
        long line();
    }

    /**
     * A document and where it stood.
     *
     * @param number of the line, from 1
     * @param document the document
     */
    record Line(long number, Document document) {}

    /**
     * What became of an import.
     *
     * @param inserted documents that are new
     * @param replaced documents that took the place of others
     * @param skipped documents that were left out, as their ids were taken
     * @param stopped why it ended before its end; empty if all was taken in
     */
    record Result(long inserted, long replaced, long skipped, Optional<Stop> stopped) {}

    /**
     * Why an import ended before its end.
     *
     * @param line the first that was not taken in
     * @param reason what the source threw, or a {@link io.orgstead.domain.failure.DomainException}. If that is of a store which did
     *     not answer, documents from this line on may have been taken in
     */
    record Stop(long line, RuntimeException reason) {}
}
