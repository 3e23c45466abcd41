package io.orgstead.adapter.mongo;

import io.orgstead.domain.data.Filter;
import io.orgstead.domain.organization.IsolationModel;
import io.orgstead.indexkeys.IndexPlan;
import io.orgstead.indexkeys.KeyRange;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** The condition that finds the documents which a filter means, the marker not among them. */
final class DocumentSelection {

    private final HiddenMarkers markers;
    private final UsageCounters counters;

    DocumentSelection(HiddenMarkers markers, UsageCounters counters) {
        this.markers = markers;
        this.counters = counters;
    }

    BsonDocument of(TenantCollection collection, Filter filter) {
        return FilterTranslation.all(List.of(
                markers.condition(collection),
                entries(collection, filter),
                FilterTranslation.of(filter, collection.layout())));
    }

    /** Where the server knows nothing of the organization's indexes, the range of the entries that may be meant. */
    private BsonDocument entries(TenantCollection collection, Filter filter) {
        if (collection.model() != IsolationModel.SHARED
                || filter.equals(Filter.all())
                || IndexPlan.of(filter, List.of()).ids().isPresent()) {
            return new BsonDocument();
        }
        List<SharedIndex> ready = counters.indexes(collection).stream()
                .filter(SharedIndex::isReady)
                .toList();
        IndexPlan plan =
                IndexPlan.of(filter, ready.stream().map(SharedIndex::usable).toList());
        List<BsonDocument> ranges = plan.ranges().stream()
                .map(range -> entries(SharedIndex.named(ready, range.index()), range))
                .toList();
        return switch (ranges.size()) {
            case 0 -> new BsonDocument();
            case 1 -> ranges.get(0);
            default -> new BsonDocument("$or", new BsonArray(ranges));
        };
    }

    private static BsonDocument entries(SharedIndex index, KeyRange range) {
        BsonDocument within = new BsonDocument("$gte", new BsonString(index.entry(range.from())))
                .append("$lt", new BsonString(index.entry(range.before())));
        return new BsonDocument(SharedLayout.ENTRIES, new BsonDocument("$elemMatch", within));
    }
}
