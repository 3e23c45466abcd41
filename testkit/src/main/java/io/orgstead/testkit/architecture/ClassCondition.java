package io.orgstead.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A condition on a class that lists what is wrong with it. */
final class ClassCondition extends ArchCondition<JavaClass> {

    private final Function<JavaClass, Stream<String>> faults;

    private ClassCondition(String description, Function<JavaClass, Stream<String>> faults) {
        super(description);
        this.faults = faults;
    }

    /** A rule for some classes. Holds if there are none of them, so that a part of a hexagon can be checked too. */
    static ArchRule rule(
            String subject,
            Predicate<JavaClass> selected,
            String description,
            Function<JavaClass, Stream<String>> faults) {
        return classes()
                .that(DescribedPredicate.describe(subject, selected))
                .should(new ClassCondition(description, faults))
                .allowEmptyShould(true)
                .as(subject + " " + description);
    }

    /** A rule on what some classes depend on. */
    static ArchRule dependencyRule(
            String subject,
            Predicate<JavaClass> selected,
            String description,
            BiPredicate<JavaClass, JavaClass> isAllowed) {
        return rule(
                subject,
                selected,
                description,
                type -> type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> !isAllowed.test(type, target(dependency)))
                        .map(Dependency::getDescription));
    }

    private static JavaClass target(Dependency dependency) {
        return dependency.getTargetClass().getBaseComponentType();
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        faults.apply(type).forEach(fault -> events.add(SimpleConditionEvent.violated(type, fault)));
    }
}
