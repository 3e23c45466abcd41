package io.orgstead.adapter.mongo;

import com.mongodb.MongoException;
import io.orgstead.domain.data.TenantMovedException;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/** What the server says to a write: how many documents it was, and what went wrong, which it tells in the midst of success. */
final class WriteResult {

    private final BsonDocument answer;

    private WriteResult(BsonDocument answer) {
        this.answer = answer;
    }

    static WriteResult of(BsonDocument answer) {
        return new WriteResult(answer);
    }

    /** How many documents were inserted, matched or deleted. */
    int count() {
        return answer.getNumber("n").intValue();
    }

    /** The first thing that went wrong; an ordered command ends with it. */
    Optional<Refusal> refusal() {
        BsonArray errors = answer.getArray("writeErrors", new BsonArray());
        return errors.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal(errors.get(0).asDocument()));
    }

    void requireThere() {
        if (refusal()
                .filter(refusal -> TenantCommands.isElsewhere(refusal.code()))
                .isPresent()) {
            throw new TenantMovedException();
        }
    }

    void requireDurable() {
        BsonDocument unmet = answer.getDocument("writeConcernError", new BsonDocument());
        if (!unmet.isEmpty()) {
            throw new MongoException(
                    unmet.getNumber("code", new BsonInt32(0)).intValue(), "the write was not acknowledged as durable");
        }
    }

    /** Fails unless all went well. */
    void requireNoRefusal() {
        refusal().ifPresent(refusal -> {
            throw refusal.unexpected();
        });
    }

    /** A refused write. The server's text quotes values, so that nothing of it is ever passed on. */
    static final class Refusal {

        private final BsonDocument error;

        private Refusal(BsonDocument error) {
            this.error = error;
        }

        int position() {
            return error.getNumber("index").intValue();
        }

        int code() {
            return error.getNumber("code").intValue();
        }

        /** The server's name of the index that a duplicate is in. */
        String index() {
            return IndexNames.inDuplicateError(error.getString("errmsg").getValue());
        }

        /** The number in the entry that a duplicate is of, where it is one of {@link SharedIndex}. */
        int number() {
            return SharedIndex.numberIn(
                    error.getDocument("keyValue").getString(SharedLayout.UNIQUE).getValue());
        }

        MongoException unexpected() {
            return new MongoException(code(), "the server refuses the write (MongoDB error " + code() + ")");
        }
    }
}
