package io.orgstead.adapter.mongo;

import io.orgstead.domain.data.FieldPath;
import io.orgstead.domain.data.SortOrder;
import io.orgstead.domain.data.SortPosition;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.data.ValueOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.BsonDocument;

/**
 * The documents behind a place in an order, as filters that indexes serve: first those that have the same as the place in all
 * keys but the last, then in all but the last two, and so on. Asked for one after the other they give the documents in order.
 *
 * <p>A filter cannot say exactly what an array sorts as. Each of these lets through all documents that it should, and of those
 * with arrays sometimes more; whoever asks has to look at what comes.
 */
final class SortBranches {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private final List<SortOrder.Key> keys;
    private final List<Value> place;
    private final TenantLayout layout;

    private SortBranches(SortOrder order, SortPosition place, TenantLayout layout) {
        this.layout = layout;
        this.keys = order.keys();
        this.place = place.keys();
    }

    /** One filter for each key, that for the nearest documents first. */
    static List<BsonDocument> behind(SortOrder order, SortPosition place, TenantLayout layout) {
        SortBranches branches = new SortBranches(order, place, layout);
        List<BsonDocument> filters = new ArrayList<>();
        for (int length = branches.keys.size() - 1; length >= 0; length--) {
            filters.add(branches.withTheSame(length));
        }
        return filters;
    }

    private BsonDocument withTheSame(int length) {
        List<BsonDocument> conditions = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            if (!isAmbiguous(keys.get(i))) {
                conditions.add(same(keys.get(i).path(), place.get(i)));
            }
        }
        if (!isAmbiguous(keys.get(length))
                && keys.subList(0, length).stream().noneMatch(key -> isEntangled(key, keys.get(length)))) {
            conditions.add(behind(keys.get(length), place.get(length)));
        }
        return FilterTranslation.all(conditions);
    }

    /** Paths into one array sort by one and the same item of it, so that the other items may be anything. */
    private static boolean isEntangled(SortOrder.Key one, SortOrder.Key other) {
        return one.path().names().get(0).equals(other.path().names().get(0));
    }

    /** A number in a path means a place in an array to the order, and to a filter a name in the items as well. */
    private static boolean isAmbiguous(SortOrder.Key key) {
        return key.path().names().stream().anyMatch(name -> NUMBER.matcher(name).matches());
    }

    private BsonDocument same(FieldPath path, Value value) {
        boolean plain = path.names().size() == 1;
        return switch (value.type()) {
            case NULL -> plain ? layout.where(path.dotted(), ToBson.value(value)) : new BsonDocument();
            case UNDEFINED, SYMBOL, DB_POINTER, JAVASCRIPT, JAVASCRIPT_WITH_SCOPE -> new BsonDocument();
            default -> layout.where(path.dotted(), new BsonDocument("$eq", ToBson.value(value)));
        };
    }

    /**
     * What sorts behind a value has nothing in it that sorts before it or with it. Said as what is not there, it is true of
     * arrays, too, and the server makes one range of an index out of it.
     */
    private BsonDocument behind(SortOrder.Key key, Value value) {
        boolean ascending = key.ascending();
        int place = ValueOrder.classOf(value);
        List<BsonDocument> absent = new ArrayList<>();
        for (BracketStart start : BracketStart.ALL) {
            int difference = Integer.compare(start.bracket(), place);
            if (ascending ? difference < 0 : difference > 0) {
                absent.add(start.whole());
            }
        }
        if (isComparable(value)) {
            absent.add(new BsonDocument(ascending ? "$lte" : "$gte", ToBson.value(value)));
        }
        return FilterTranslation.all(absent.stream()
                .map(operator -> layout.where(key.path().dotted(), new BsonDocument("$not", operator)))
                .toList());
    }

    private static boolean isComparable(Value value) {
        return switch (value.type()) {
            case ARRAY, REGEX, UNDEFINED, SYMBOL, DB_POINTER, JAVASCRIPT, JAVASCRIPT_WITH_SCOPE, MIN_KEY, MAX_KEY ->
                false;
            default -> true;
        };
    }
}
