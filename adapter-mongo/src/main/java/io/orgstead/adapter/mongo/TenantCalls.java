package io.orgstead.adapter.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.client.MongoDatabase;
import io.orgstead.domain.failure.QueryRefusedException;
import io.orgstead.domain.failure.StoreUnavailableException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The border that no exception of the driver crosses, for calls on organizations' own data. The server quotes values in the
 * texts of its errors: they stay here, and only their numbers go on into the log.
 */
final class TenantCalls {

    private static final long PING_MILLIS = 1_000;

    /** What the server says when a query is one that it cannot do as it is meant, or not within its own bounds. */
    private static final Set<Integer> REFUSALS = Set.of(
            ServerErrors.BAD_VALUE,
            ServerErrors.FAILED_TO_PARSE,
            ServerErrors.TYPE_MISMATCH,
            ServerErrors.EXCEEDED_MEMORY_LIMIT,
            ServerErrors.NO_DISK_USE_ALLOWED,
            ServerErrors.AMBIGUOUS_NUMBER_IN_PATH,
            ServerErrors.REGEX_NOT_READABLE);

    private final MongoDatabase database;

    TenantCalls(MongoDatabase database) {
        this.database = database;
    }

    /**
     * Makes a call whose work nobody outside decides on.
     *
     * @throws StoreUnavailableException as {@link StoreCall#make} does
     */
    <T> T make(Supplier<T> call) {
        return StoreCall.make(() -> {
            try {
                return call.get();
            } catch (MongoCommandException e) {
                throw withoutText(e);
            }
        });
    }

    /**
     * Makes a call whose work follows from a filter or an order.
     *
     * @throws QueryRefusedException if the server refuses the query, or does not get through it in time; it has ended it then
     * @throws StoreUnavailableException as {@link StoreCall#make} does
     */
    <T> T query(Supplier<T> call) {
        return make(() -> {
            try {
                return call.get();
            } catch (MongoExecutionTimeoutException e) {
                throw QueryRefusedException.tookTooLong();
            } catch (MongoOperationTimeoutException e) {
                throw tooLongUnlessAway(e);
            } catch (MongoException e) {
                if (e.getCode() == ServerErrors.MAX_TIME_EXPIRED) {
                    throw QueryRefusedException.tookTooLong();
                }
                if (REFUSALS.contains(e.getCode())) {
                    throw new QueryRefusedException("The store cannot do the query as it is meant.");
                }
                throw e;
            }
        });
    }

    /**
     * The server ends a query when the driver stops waiting for it, within the same millisecond, so that its word seldom comes
     * in time. That it answers otherwise shows that the time went into the query.
     */
    private RuntimeException tooLongUnlessAway(MongoOperationTimeoutException e) {
        if (!(e.getCause() instanceof MongoExecutionTimeoutException)) {
            try {
                MongoHealthProbe.ping(database.withTimeout(PING_MILLIS, TimeUnit.MILLISECONDS));
            } catch (MongoException away) {
                e.addSuppressed(away);
                return e;
            }
        }
        return QueryRefusedException.tookTooLong();
    }

    private static MongoException withoutText(MongoCommandException e) {
        return new MongoException(
                e.getErrorCode(),
                "the server refuses the command (MongoDB error " + e.getErrorCode() + ", " + e.getErrorCodeName()
                        + ")");
    }
}
