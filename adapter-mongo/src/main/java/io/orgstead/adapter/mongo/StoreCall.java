package io.orgstead.adapter.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import io.orgstead.domain.failure.StoreUnavailableException;
import java.util.function.Supplier;
import org.bson.BSONException;
import org.bson.codecs.configuration.CodecConfigurationException;

/** The border that no exception of the driver crosses. */
final class StoreCall {

    private StoreCall() {}

    /**
     * Makes a call.
     *
     * @throws StoreUnavailableException if it fails, in whatever way: time-out, no primary, pool exhausted, refusal,
     *     interruption (the thread's interrupt flag stays set), closed client, unreadable document
     */
    static <T> T make(Supplier<T> call) {
        try {
            return call.get();
        } catch (MongoException e) {
            throw new StoreUnavailableException(presentable(e));
        } catch (BSONException | CodecConfigurationException | UnreadableDocumentException e) {
            throw new StoreUnavailableException(e);
        } catch (IllegalStateException closed) {
            throw new StoreUnavailableException(closed);
        }
    }

    /** Makes a call that gives nothing back; see {@link #make}. */
    static void run(Runnable call) {
        make(() -> {
            call.run();
            return Boolean.TRUE;
        });
    }

    /** Whether a write was refused by a unique index. It arrives as one of several exceptions, depending on the command. */
    static boolean isDuplicateKey(MongoException e) {
        return ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }

    /** A validator's refusal quotes the document, and with it the password's hash: that must not reach the log. */
    private static Exception presentable(MongoException e) {
        return e.getCode() == ServerErrors.DOCUMENT_VALIDATION_FAILURE
                ? new IllegalStateException("a validator of the database refuses the document (MongoDB error 121)")
                : e;
    }
}
