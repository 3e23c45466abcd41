package io.orgstead.adapter.mongo;

import static com.mongodb.client.model.Filters.all;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import io.orgstead.domain.failure.ConflictException;
import io.orgstead.domain.organization.AdminId;
import io.orgstead.domain.organization.CollectionName;
import io.orgstead.domain.organization.Organization;
import io.orgstead.domain.organization.OrganizationId;
import io.orgstead.domain.organization.OrganizationName;
import io.orgstead.domain.port.Organizations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.conversions.Bson;

/**
 * The organizations in the collection {@code organizations}. Names are unique by two indexes: on the current collection's
 * name, which every implementation writes, and on the claims, which hold a rename's target too.
 */
final class MongoOrganizations implements Organizations {

    static final String LEASE_UNTIL = OrganizationDocument.OPERATION + "." + OrganizationDocument.LEASE_UNTIL;

    /** Where another implementation let several organizations have what should be one's own, the oldest counts. */
    private static final Comparator<BsonDocument> AGE = StoredDocument.byAge();

    private final MongoCollection<BsonDocument> collection;
    private final ReadableDocuments<Organization> readable = new ReadableDocuments<>(OrganizationDocument::read);

    MongoOrganizations(MongoCollection<BsonDocument> collection) {
        this.collection = collection;
    }

    @Override
    public Optional<Organization> findById(OrganizationId id) {
        return StoreCall.make(() -> Optional.ofNullable(
                        collection.find(BsonValues.byId(id.value())).first())
                .map(OrganizationDocument::read));
    }

    @Override
    public Optional<Organization> findByName(OrganizationName name) {
        BsonString derived = new BsonString(name.collectionName().value());
        // One query, so that a rename cannot slip through between two and hide the organization from both.
        Bson eitherWay = or(eq(OrganizationDocument.COLLECTION, derived), eq(OrganizationDocument.NAME, name.value()));
        return StoreCall.make(() -> collection.find(eitherWay).into(new ArrayList<>()).stream()
                .min(Comparator.comparing((BsonDocument found) -> !isIn(derived, found))
                        .thenComparing(AGE))
                .map(OrganizationDocument::read));
    }

    @Override
    public Optional<Organization> findByAdmin(AdminId admin) {
        Bson stringOrObjectId =
                in(OrganizationDocument.ADMIN, new BsonString(admin.value()), BsonValues.id(admin.value()));
        return StoreCall.make(() -> collection.find(stringOrObjectId).into(new ArrayList<>()).stream()
                .min(AGE)
                .map(OrganizationDocument::read));
    }

    @Override
    public void add(Organization organization) {
        StoreCall.run(() -> {
            BsonDocument document = OrganizationDocument.write(organization);
            try {
                collection.insertOne(document);
            } catch (MongoException e) {
                if (!StoreCall.isDuplicateKey(e)) {
                    throw e;
                }
                if (!isStored(document)) {
                    throw ConflictException.nameTaken();
                }
            }
        });
    }

    @Override
    public boolean replace(Organization next) {
        String id = next.id().value();
        return StoreCall.make(() -> {
            BsonDocument previous = BsonValues.byIdAndVersion(id, next.version() - 1);
            if (claimsWhatIsNotIndexed(next)) {
                if (collection.find(previous).first() == null) {
                    return false;
                }
                throw ConflictException.nameTaken();
            }
            try {
                return collection
                                .updateOne(previous, OrganizationDocument.update(next))
                                .getMatchedCount()
                        == 1;
            } catch (MongoException e) {
                if (StoreCall.isDuplicateKey(e)) {
                    throw ConflictException.nameTaken();
                }
                throw e;
            }
        });
    }

    @Override
    public boolean remove(Organization organization) {
        BsonDocument asRead = BsonValues.byIdAndVersion(organization.id().value(), organization.version());
        return StoreCall.make(() -> collection.deleteOne(asRead).getDeletedCount() == 1);
    }

    @Override
    public List<Organization> findLeasedBefore(Instant instant, int limit) {
        return StoreCall.make(() -> readable.in(
                collection.find(lt(LEASE_UNTIL, BsonValues.instant(instant))).sort(Sorts.ascending(LEASE_UNTIL)),
                limit));
    }

    @Override
    public List<Organization> list(Optional<OrganizationId> after, int limit) {
        Bson rest =
                after.<Bson>map(last -> gt("_id", BsonValues.id(last.value()))).orElseGet(BsonDocument::new);
        return StoreCall.make(() -> readable.in(collection.find(rest).sort(Sorts.ascending("_id")), limit));
    }

    private static boolean isIn(BsonString name, BsonDocument organization) {
        return name.equals(organization.get(OrganizationDocument.COLLECTION));
    }

    /** Whether an insertion that was refused had been made before: then its first attempt took effect unnoticed. */
    private boolean isStored(BsonDocument organization) {
        BsonDocument stored =
                collection.find(eq("_id", organization.get("_id"))).first();
        return stored != null && OrganizationDocument.read(stored).equals(OrganizationDocument.read(organization));
    }

    /**
     * Whether the next version claims, for the first time, the collection of an organization that has no claims of its
     * own, as another implementation writes it: no unique index sees that.
     */
    private boolean claimsWhatIsNotIndexed(Organization next) {
        List<String> claims = next.claims().stream().map(CollectionName::value).toList();
        if (claims.size() == 1) {
            return false;
        }
        BsonObjectId id = BsonValues.id(next.id().value());
        Bson owner = and(in(OrganizationDocument.COLLECTION, claims), ne("_id", id));
        Bson claimedBefore = and(eq("_id", id), all(OrganizationDocument.CLAIMS, claims));
        return collection.find(owner).first() != null
                && collection.find(claimedBefore).first() == null;
    }
}
