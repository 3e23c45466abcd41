package io.orgstead.adapter.mongo;

import io.orgstead.domain.data.ValueOrder;
import io.orgstead.domain.data.ValueType;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocument;

/**
 * A bracket of types that the server compares with one another, as an operator that holds for all values of it and for no
 * others. There is none for arrays, as the server does not use an index for one, and none for the types that are rare.
 *
 * @param bracket its place in the order
 * @param whole the operator
 */
record BracketStart(int bracket, BsonDocument whole) {

    static final List<BracketStart> ALL = Stream.of(
                    of(ValueType.MIN_KEY, "{$eq: {$minKey: 1}}"),
                    of(ValueType.NULL, "{$eq: null}"),
                    of(ValueType.DOUBLE, "{$gte: {$numberDouble: '-Infinity'}}"),
                    of(ValueType.STRING, "{$gte: ''}"),
                    of(ValueType.OBJECT, "{$gte: {}}"),
                    of(ValueType.BINARY, "{$gte: {$binary: {base64: '', subType: '00'}}}"),
                    of(ValueType.OBJECT_ID, "{$gte: {$oid: '000000000000000000000000'}}"),
                    of(ValueType.BOOL, "{$gte: false}"),
                    of(ValueType.DATE, "{$gte: {$date: {$numberLong: '-9223372036854775808'}}}"),
                    of(ValueType.TIMESTAMP, "{$gte: {$timestamp: {t: 0, i: 0}}}"),
                    of(ValueType.MAX_KEY, "{$eq: {$maxKey: 1}}"))
            .toList();

    private static BracketStart of(ValueType type, String operator) {
        return new BracketStart(ValueOrder.classOf(type), BsonDocument.parse(operator));
    }
}
