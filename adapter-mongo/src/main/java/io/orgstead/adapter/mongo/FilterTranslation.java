package io.orgstead.adapter.mongo;

import io.orgstead.domain.data.Filter;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;

/** Filters in the server's own operators, so that it is the server that evaluates them, with the indexes there are. */
final class FilterTranslation implements Filter.Visitor<BsonDocument> {

    private static final FilterTranslation INSTANCE = new FilterTranslation();

    private FilterTranslation() {}

    static BsonDocument of(Filter filter) {
        return filter.accept(INSTANCE);
    }

    /** All of these; documents that ask for nothing are left out. */
    static BsonDocument all(List<BsonDocument> filters) {
        List<BsonDocument> asking =
                filters.stream().filter(filter -> !filter.isEmpty()).toList();
        return switch (asking.size()) {
            case 0 -> new BsonDocument();
            case 1 -> asking.get(0);
            default -> new BsonDocument("$and", new BsonArray(asking));
        };
    }

    private static BsonArray translated(List<Filter> filters) {
        return new BsonArray(filters.stream().map(FilterTranslation::of).toList());
    }

    @Override
    public BsonDocument visitAnd(Filter.And filter) {
        return all(filter.filters().stream().map(FilterTranslation::of).toList());
    }

    @Override
    public BsonDocument visitOr(Filter.Or filter) {
        return new BsonDocument("$or", translated(filter.filters()));
    }

    @Override
    public BsonDocument visitNor(Filter.Nor filter) {
        return new BsonDocument("$nor", translated(filter.filters()));
    }

    @Override
    public BsonDocument visitMatch(Filter.Match filter) {
        return new BsonDocument(filter.path().dotted(), filter.condition().accept(ConditionTranslation.INSTANCE));
    }

    static BsonDocument not(BsonDocument operators) {
        return new BsonDocument("$not", operators);
    }
}
