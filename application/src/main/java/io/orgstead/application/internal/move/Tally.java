package io.orgstead.application.internal.move;

/**
 * What a comparison of all documents with their copies found.
 *
 * @param documents how many originals it saw
 * @param bytes their size
 * @param originals the checksum of the originals
 * @param copies the checksum of the copies as they were found
 * @param mended how many differences there were, all mended since
 */
public record Tally(long documents, long bytes, String originals, String copies, long mended) {

    /** Whether each document was found with an equal copy, and no copy without document. */
    public boolean isEqual() {
        return mended == 0 && originals.equals(copies);
    }
}
