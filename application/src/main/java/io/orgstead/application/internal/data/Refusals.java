package io.orgstead.application.internal.data;

import io.orgstead.domain.data.Document;
import io.orgstead.domain.data.DocumentRules;
import io.orgstead.domain.data.DocumentSize;
import io.orgstead.domain.data.Quota;
import io.orgstead.domain.data.Usage;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.failure.InvalidValueException;
import io.orgstead.domain.failure.QuotaExceededException;
import io.orgstead.domain.failure.QuotaExceededException.Limited;

/** Says why documents are not taken. */
final class Refusals {

    private final Quota quota;

    Refusals(Quota quota) {
        this.quota = quota;
    }

    /**
     * Looks at the size of one document.
     *
     * @throws QuotaExceededException if it is too large
     */
    void requireSize(Document document) {
        long size = DocumentSize.of(document);
        if (size > quota.documentBytes()) {
            throw new QuotaExceededException(Limited.DOCUMENT_BYTES, quota.documentBytes(), size);
        }
    }

    /** Which limit it was that so many documents more would have passed. */
    QuotaExceededException quotaReached(Usage usage, int more) {
        return usage.documents() > quota.documents() - more
                ? new QuotaExceededException(Limited.DOCUMENTS, quota.documents(), usage.documents())
                : new QuotaExceededException(Limited.BYTES, quota.bytes(), usage.bytes());
    }

    /**
     * Refuses a string that looks like an ObjectId: it is one whose type got lost on the way, and nothing that is plain text,
     * such as a path, could tell them apart.
     */
    static void requireDistinctId(Value id) {
        if (id instanceof Value.Text text && DocumentRules.isObjectId(text.value())) {
            throw InvalidValueException.at(
                    Document.ID,
                    "must not be a string of 24 hexadecimal digits; an ObjectId is written {\"$oid\": ...}");
        }
    }

    static InvalidValueException parallelArrays(String index) {
        return new InvalidValueException(
                "has arrays in two fields of the index " + index + ", which no index can hold");
    }
}
