package io.orgstead.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CollationStrength;
import com.mongodb.client.model.Sorts;
import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.organization.Admin;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.EmailAddress;
import io.orgstead.domain.organization.PasswordHash;
import io.orgstead.domain.port.Admins;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;

/** The admins in the collection {@code admins}. */
final class MongoAdmins implements Admins {

    /** Compares email addresses without regard to case, in which other implementations may have stored them. */
    static final Collation ANY_CASE = Collation.builder()
            .locale("en")
            .collationStrength(CollationStrength.SECONDARY)
            .build();

    private final MongoCollection<BsonDocument> collection;
    private final ReadableDocuments<Admin> readable = new ReadableDocuments<>(AdminDocument::read);

    MongoAdmins(MongoCollection<BsonDocument> collection) {
        this.collection = collection;
    }

    @Override
    public Optional<Admin> findById(AdminId id) {
        return StoreCall.make(() -> Optional.ofNullable(
                        collection.find(BsonValues.byId(id.value())).first())
                .map(AdminDocument::read));
    }

    @Override
    public Optional<Admin> findByEmail(EmailAddress email) {
        return StoreCall.make(() -> find(email));
    }

    private Optional<Admin> find(EmailAddress email) {
        Bson asStored = eq(AdminDocument.EMAIL, email.value());
        return Optional.ofNullable(collection.find(asStored).first())
                .map(AdminDocument::read)
                .or(() -> collection.find(asStored).collation(ANY_CASE).into(new ArrayList<>()).stream()
                        // The collation takes some letters for equal that are not the same, such as ss and sharp s.
                        .filter(found -> AdminDocument.isOf(email, found))
                        .findFirst()
                        .map(AdminDocument::read));
    }

    @Override
    public void add(Admin admin) {
        StoreCall.run(() -> {
            BsonDocument document = AdminDocument.write(admin);
            requireFree(admin);
            try {
                collection.insertOne(document);
            } catch (MongoException e) {
                if (!StoreCall.isDuplicateKey(e)) {
                    throw e;
                }
                if (!isStored(document)) {
                    throw ConflictException.emailTaken();
                }
            }
        });
    }

    @Override
    public boolean replace(Admin next) {
        BsonDocument previous = BsonValues.byIdAndVersion(next.id().value(), next.version() - 1);
        return StoreCall.make(() -> {
            requireFree(next);
            try {
                return collection
                                .updateOne(previous, AdminDocument.update(next))
                                .getMatchedCount()
                        == 1;
            } catch (MongoException e) {
                if (StoreCall.isDuplicateKey(e)) {
                    throw ConflictException.emailTaken();
                }
                throw e;
            }
        });
    }

    /**
     * Looks for the address in another case, in which only other implementations store it. Among the lower-case ones, which
     * is all that is ever written here, the unique index decides.
     */
    private void requireFree(Admin admin) {
        if (find(admin.email()).filter(other -> !other.id().equals(admin.id())).isPresent()) {
            throw ConflictException.emailTaken();
        }
    }

    @Override
    public boolean rehash(AdminId id, PasswordHash current, PasswordHash fresh) {
        BsonString text = new BsonString(current.reveal());
        BsonBinary bytes = new BsonBinary(current.reveal().getBytes(StandardCharsets.UTF_8));
        Bson unchanged = and(BsonValues.byId(id.value()), in(AdminDocument.PASSWORD, text, bytes));
        return StoreCall.make(() -> collection
                        .updateOne(unchanged, set(AdminDocument.PASSWORD, fresh.reveal()))
                        .getMatchedCount()
                == 1);
    }

    @Override
    public void remove(AdminId id) {
        StoreCall.run(() -> collection.deleteOne(BsonValues.byId(id.value())));
    }

    @Override
    public List<Admin> findLeasedBefore(Instant instant, int limit) {
        return StoreCall.make(() -> readable.in(
                collection
                        .find(lt(AdminDocument.LEASE_UNTIL, BsonValues.instant(instant)))
                        .sort(Sorts.ascending(AdminDocument.LEASE_UNTIL)),
                limit));
    }

    /** Whether an insertion that was refused had been made before: then its first attempt took effect unnoticed. */
    private boolean isStored(BsonDocument admin) {
        BsonDocument stored = collection.find(eq("_id", admin.get("_id"))).first();
        return stored != null && AdminDocument.read(stored).equals(AdminDocument.read(admin));
    }
}
