package io.orgstead.testkit.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.io.Serial;
import java.io.Serializable;
import java.util.Set;
import java.util.stream.Stream;

/** Dependencies point inwards. */
final class DependencyRules {

    /** Files, networks, databases and reflection: what makes a domain slow to test and easy to surprise. */
    private static final Set<String> OUTSIDE_WORLD = Set.of(
            "java.io", "java.nio.file", "java.nio.channels", "java.net", "java.lang.reflect", "java.sql", "java.rmi");

    /** What every class that can be thrown or is a record may mention. */
    private static final Set<Class<?>> HARMLESS = Set.of(Serial.class, Serializable.class);

    private final HexagonLayout layout;

    DependencyRules(HexagonLayout layout) {
        this.layout = layout;
    }

    ArchRule domainStandsAlone() {
        return ClassCondition.dependencyRule(
                "the domain",
                type -> layout.isIn(type, "domain"),
                "depends only on itself and on java.., without files, networks, databases and reflection",
                (type, target) -> layout.isIn(target, "domain") || (isPlain(target) && !isOutsideWorld(target)));
    }

    ArchRule applicationKnowsOnlyTheDomain() {
        return ClassCondition.dependencyRule(
                "the application",
                type -> layout.isIn(type, "application"),
                "depends only on itself, on the domain and on java..",
                (type, target) ->
                        layout.isIn(target, "application") || layout.isIn(target, "domain") || isPlain(target));
    }

    ArchRule librariesBesideKnowOnlyTheDomain() {
        return ClassCondition.dependencyRule(
                "libraries beside the domain",
                layout::isBeside,
                "depend only on themselves, on the domain, on java.. and on libraries of the layout that are theirs",
                (type, target) -> layout.isInside(target)
                        ? layout.areTogether(type, target) || layout.isIn(target, "domain")
                        : isPlain(target) || layout.homesOf(target).isPresent());
    }

    ArchRule adaptersIgnoreEachOther() {
        return ClassCondition.dependencyRule(
                "adapters",
                type -> layout.adapterOf(type).isPresent(),
                "do not depend on each other",
                (type, target) -> layout.adapterOf(target).isEmpty()
                        || layout.adapterOf(target).equals(layout.adapterOf(type)));
    }

    ArchRule drivenAdaptersIgnoreTheApplication() {
        return ClassCondition.dependencyRule(
                "driven adapters",
                this::isDriven,
                "do not depend on the application",
                (type, target) -> !layout.isIn(target, "application"));
    }

    ArchRule nothingDependsOnTheRim() {
        return ClassCondition.dependencyRule(
                "the hexagon",
                type -> layout.isInside(type) && !isRim(type),
                "does not depend on the composition root and the testkit",
                (type, target) -> !isRim(target));
    }

    ArchRule librariesStayAtHome() {
        return ClassCondition.dependencyRule(
                "libraries",
                layout::isInside,
                "are used only in the parts of the hexagon that they belong to",
                (type, target) -> layout.homesOf(target)
                        .map(homes -> homes.stream().anyMatch(home -> layout.isIn(type, home)))
                        .orElse(true));
    }

    ArchRule packagesAreFreeOfCycles() {
        return slices().matching(layout.rootPackage() + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .as("packages are free of cycles");
    }

    private boolean isDriven(JavaClass type) {
        return layout.adapterOf(type)
                .filter(adapter -> !layout.drivingAdapters().contains(adapter))
                .isPresent();
    }

    private boolean isRim(JavaClass type) {
        return Stream.of("bootstrap", "testkit").anyMatch(part -> layout.isIn(type, part));
    }

    /** Part of the language, of the JDK's java.. packages, or a nullness annotation. */
    static boolean isPlain(JavaClass type) {
        return type.isPrimitive()
                || HexagonLayout.isWithin(type.getPackageName(), "java")
                || HexagonLayout.isWithin(type.getPackageName(), "org.jspecify");
    }

    private static boolean isOutsideWorld(JavaClass type) {
        return HARMLESS.stream().noneMatch(type::isEquivalentTo)
                && OUTSIDE_WORLD.stream().anyMatch(world -> HexagonLayout.isWithin(type.getPackageName(), world));
    }
}
