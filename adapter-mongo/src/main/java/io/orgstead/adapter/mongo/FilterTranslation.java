package io.orgstead.adapter.mongo;

import io.orgstead.domain.data.Filter;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;

/** Filters in the server's own operators, so that it is the server that evaluates them, with the indexes there are. */
final class FilterTranslation implements Filter.Visitor<BsonDocument> {

    /** Within what {@code $elemMatch} looks at, where names are as the organization has them. */
    private static final FilterTranslation INSIDE = new FilterTranslation(OwnLayout.INSTANCE);

    private final TenantLayout layout;

    private FilterTranslation(TenantLayout layout) {
        this.layout = layout;
    }

    static BsonDocument of(Filter filter, TenantLayout layout) {
        return filter.accept(new FilterTranslation(layout));
    }

    /** A filter on the items of an array. */
    static BsonDocument inside(Filter filter) {
        return filter.accept(INSIDE);
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

    private BsonArray translated(List<Filter> filters) {
        return new BsonArray(each(filters));
    }

    private List<BsonDocument> each(List<Filter> filters) {
        return filters.stream().map(filter -> filter.accept(this)).toList();
    }

    @Override
    public BsonDocument visitAnd(Filter.And filter) {
        return all(each(filter.filters()));
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
        return layout.where(filter.path().dotted(), filter.condition().accept(ConditionTranslation.INSTANCE));
    }

    static BsonDocument not(BsonDocument operators) {
        return new BsonDocument("$not", operators);
    }
}
