package io.orgstead.adapter.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.ServerAddress;
import io.orgstead.domain.failure.StoreUnavailableException;
import java.util.stream.Collectors;

/** What can go wrong at the start, in one clear line each, without credentials. */
final class Startup {

    private Startup() {}

    /** The driver's settings; with {@code mongodb+srv://} that asks the name service. */
    static MongoClientSettings clientSettings(MongoSettings settings) {
        try {
            return ClientSettings.of(settings, new ConnectionString(settings.uri()));
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw MongoSettings.notReadable();
        } catch (MongoException e) {
            throw unavailable("the name service has no answer for the host of the MongoDB URI", e);
        }
    }

    /** The servers that are asked, for a person. */
    static String servers(MongoClientSettings settings) {
        String srvHost = settings.getClusterSettings().getSrvHost();
        return "MongoDB at "
                + (srvHost != null
                        ? srvHost
                        : settings.getClusterSettings().getHosts().stream()
                                .map(ServerAddress::toString)
                                .collect(Collectors.joining(",")));
    }

    /**
     * The exception for a failed start.
     *
     * @param server what was asked, for a person
     * @param database the master database
     * @param cause what the driver says
     */
    static RuntimeException failure(String server, String database, MongoException cause) {
        if (cause instanceof MongoSecurityException) {
            return new IllegalStateException(server + " refuses the credentials", cause);
        }
        if (cause.getCode() == ServerErrors.UNAUTHORIZED) {
            return new IllegalStateException(
                    server + " does not let this user prepare the database " + database
                            + ", for which the roles readWrite and dbAdmin are needed",
                    cause);
        }
        if (cause instanceof MongoCommandException refusal) {
            return new IllegalStateException(
                    server + " refuses to prepare the database " + database + ": " + refusal.getErrorCodeName() + " ("
                            + refusal.getErrorCode() + ")",
                    cause);
        }
        return unavailable(server + " does not answer", cause);
    }

    private static StoreUnavailableException unavailable(String line, MongoException cause) {
        return new StoreUnavailableException(new IllegalStateException(line, cause));
    }
}
