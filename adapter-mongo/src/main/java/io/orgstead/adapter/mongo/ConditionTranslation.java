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
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Conditions on a field as the server's operators. */
final class ConditionTranslation implements Condition.Visitor<BsonDocument> {

    static final ConditionTranslation INSTANCE = new ConditionTranslation();

    private static final String ALL = "$all";
    private static final String ELEM_MATCH = "$elemMatch";

    private ConditionTranslation() {}

    /**
     * Several conditions on one field. Each operator stands once there, as it does in what a client sends; {@code $elemMatch} may
     * have stood in {@code $all} several times, and does so here.
     */
    private static BsonDocument together(List<Condition> conditions) {
        BsonDocument operators = new BsonDocument();
        for (Condition condition : conditions) {
            condition.accept(INSTANCE).forEach((operator, operand) -> add(operators, operator, operand));
        }
        return operators;
    }

    private static void add(BsonDocument operators, String operator, BsonValue operand) {
        BsonValue before = operators.get(operator);
        if (before == null && operator.equals(ELEM_MATCH) && isOfElemMatches(operators.get(ALL))) {
            operators.getArray(ALL).add(new BsonDocument(operator, operand));
        } else if (before == null) {
            operators.put(operator, operand);
        } else if (operator.equals(ELEM_MATCH) && !operators.containsKey(ALL)) {
            operators.remove(operator);
            operators.put(
                    ALL,
                    new BsonArray(List.of(new BsonDocument(operator, before), new BsonDocument(operator, operand))));
        } else {
            throw new QueryRefusedException("The operator " + operator + " stands twice on one field.");
        }
    }

    private static boolean isOfElemMatches(@Nullable BsonValue operand) {
        return operand != null
                && operand.isArray()
                && operand.asArray().stream()
                        .anyMatch(item -> item.isDocument() && item.asDocument().containsKey(ELEM_MATCH));
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
        return new BsonDocument(ALL, ToBson.array(condition.values()));
    }

    @Override
    public BsonDocument visitSize(Condition.Size condition) {
        return new BsonDocument("$size", new BsonInt32(condition.size()));
    }

    @Override
    public BsonDocument visitElemMatchFilter(Condition.ElemMatchFilter condition) {
        return new BsonDocument(ELEM_MATCH, FilterTranslation.inside(condition.filter()));
    }

    @Override
    public BsonDocument visitElemMatchConditions(Condition.ElemMatchConditions condition) {
        return new BsonDocument(ELEM_MATCH, together(condition.conditions()));
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
