package io.orgstead.adapter.mongo;

import io.orgstead.domain.data.Condition;
import io.orgstead.domain.data.Condition.Operator;
import io.orgstead.domain.data.Value;
import io.orgstead.domain.data.ValueType;
import io.orgstead.domain.failure.QueryRefusedException;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/** Conditions on a field as the server's operators. */
final class ConditionTranslation implements Condition.Visitor<BsonDocument> {

    static final ConditionTranslation INSTANCE = new ConditionTranslation();

    private ConditionTranslation() {}

    /** Several conditions on one field. Each operator stands once there, as it does in what a client sends. */
    private static BsonDocument together(List<Condition> conditions) {
        BsonDocument operators = new BsonDocument();
        for (Condition condition : conditions) {
            condition.accept(INSTANCE).forEach((operator, operand) -> {
                if (operators.put(operator, operand) != null) {
                    throw new QueryRefusedException("The operator " + operator + " stands twice on one field.");
                }
            });
        }
        return operators;
    }

    @Override
    public BsonDocument visitCompare(Condition.Compare condition) {
        if (condition.operator() == Operator.NE && condition.value() instanceof Value.Regex) {
            // The server takes no regular expression as data here, though it does for equality.
            return FilterTranslation.not(visitCompare(new Condition.Compare(Operator.EQ, condition.value())));
        }
        return new BsonDocument(condition.operator().symbol(), ToBson.value(condition.value()));
    }

    @Override
    public BsonDocument visitIn(Condition.In condition) {
        return new BsonDocument("$in", ToBson.array(condition.values()));
    }

    @Override
    public BsonDocument visitNotIn(Condition.NotIn condition) {
        return new BsonDocument("$nin", ToBson.array(condition.values()));
    }

    @Override
    public BsonDocument visitExists(Condition.Exists condition) {
        return new BsonDocument("$exists", BsonBoolean.valueOf(condition.expected()));
    }

    @Override
    public BsonDocument visitOfType(Condition.OfType condition) {
        return new BsonDocument(
                "$type",
                new BsonArray(condition.types().stream()
                        .map(ValueType::number)
                        .sorted()
                        .map(BsonInt32::new)
                        .toList()));
    }

    @Override
    public BsonDocument visitNot(Condition.Not condition) {
        return FilterTranslation.not(together(condition.conditions()));
    }

    @Override
    public BsonDocument visitAll(Condition.All condition) {
        return new BsonDocument("$all", ToBson.array(condition.values()));
    }

    @Override
    public BsonDocument visitSize(Condition.Size condition) {
        return new BsonDocument("$size", new BsonInt32(condition.size()));
    }

    @Override
    public BsonDocument visitElemMatchFilter(Condition.ElemMatchFilter condition) {
        return new BsonDocument("$elemMatch", FilterTranslation.of(condition.filter()));
    }

    @Override
    public BsonDocument visitElemMatchConditions(Condition.ElemMatchConditions condition) {
        return new BsonDocument("$elemMatch", together(condition.conditions()));
    }

    @Override
    public BsonDocument visitMatchesRegex(Condition.MatchesRegex condition) {
        BsonDocument operators =
                new BsonDocument("$regex", new BsonString(condition.regex().pattern()));
        if (!condition.regex().options().isEmpty()) {
            operators.append("$options", new BsonString(condition.regex().options()));
        }
        return operators;
    }
}
