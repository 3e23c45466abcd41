package io.orgstead.adapter.mongo;

import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import io.orgstead.domain.organization.CollectionName;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Organizations of another implementation whose collection has a name that no organization's collection may have here.
 * They cannot be served: whoever asks for one is told that the store fails. Said once at the start, so that somebody can
 * rename the collections.
 */
final class UnservedOrganizations {

    private static final Logger LOG = LoggerFactory.getLogger(UnservedOrganizations.class);
    private static final int MOST = 10;

    /** The first string that is behind all that begin with the prefix. */
    private static final String BEHIND_PREFIX = "org`";

    private UnservedOrganizations() {}

    static void warnOf(MasterDatabase master) {
        List<String> collections = collectionsIn(master);
        if (!collections.isEmpty()) {
            LOG.warn(
                    "organizations in database {} cannot be served because collection_name does not start with {}: {}",
                    master.name(),
                    CollectionName.PREFIX,
                    collections);
        }
    }

    /** At most {@value #MOST} of their collections' names. */
    static List<String> collectionsIn(MasterDatabase master) {
        Bson outside = or(
                lt(OrganizationDocument.COLLECTION, CollectionName.PREFIX),
                gte(OrganizationDocument.COLLECTION, BEHIND_PREFIX));
        return master.collection(MasterDatabase.ORGANIZATIONS)
                .find(outside)
                .limit(MOST)
                .map((BsonDocument organization) -> organization
                        .getString(OrganizationDocument.COLLECTION)
                        .getValue()
                        .replaceAll("\\p{Cntrl}", "?"))
                .into(new ArrayList<>());
    }
}
