package io.orgstead.application.usecase.backup;

import io.orgstead.domain.data.Document;

/**
 * Takes organizations one after another: {@link #begin}, {@link #document} any number of times, then {@link #end} or
 * {@link #abandon}. A file that is written is one, and so is a store that a file is read into. For one thread. What a sink throws
 * ends the whole.
 */
public interface BackupSink {

    /**
     * An organization begins.
     *
     * @param organization the organization
     */
    void begin(BackedUpOrganization organization);

    /**
     * A document of the organization that has begun. They come in the order of their ids.
     *
     * @param document the document
     */
    void document(Document document);

    /** The organization is complete. */
    void end();

    /** The organization is to be forgotten: it was deleted while its documents were read. */
    void abandon();
}
