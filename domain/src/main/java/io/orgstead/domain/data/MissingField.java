package io.orgstead.domain.data;

/** Whether a condition on a field may hold because the field is missing: comparisons with null, and ranges up to MinKey or MaxKey. */
final class MissingField implements Condition.Visitor<Boolean> {

    private static final MissingField INSTANCE = new MissingField();

    private MissingField() {}

    /** Whether the condition, or what it denies, holds for a missing field as it does for null. */
    static boolean matters(Condition condition) {
        return condition.accept(INSTANCE);
    }

    private static boolean holds(Condition condition) {
        return condition.accept(new OnValue(null));
    }

    @Override
    public Boolean visitCompare(Condition.Compare condition) {
        return condition.operator() == Condition.Operator.NE ? !holds(condition) : holds(condition);
    }

    @Override
    public Boolean visitIn(Condition.In condition) {
        return holds(condition);
    }

    @Override
    public Boolean visitNotIn(Condition.NotIn condition) {
        return !holds(condition);
    }

    @Override
    public Boolean visitExists(Condition.Exists condition) {
        return false;
    }

    @Override
    public Boolean visitOfType(Condition.OfType condition) {
        return false;
    }

    @Override
    public Boolean visitNot(Condition.Not condition) {
        return condition.conditions().stream().anyMatch(MissingField::matters);
    }

    @Override
    public Boolean visitAll(Condition.All condition) {
        return condition.values().stream().anyMatch(Value.Null.class::isInstance);
    }

    @Override
    public Boolean visitSize(Condition.Size condition) {
        return false;
    }

    @Override
    public Boolean visitElemMatchFilter(Condition.ElemMatchFilter condition) {
        return false;
    }

    @Override
    public Boolean visitElemMatchConditions(Condition.ElemMatchConditions condition) {
        return false;
    }

    @Override
    public Boolean visitMatchesRegex(Condition.MatchesRegex condition) {
        return false;
    }
}
