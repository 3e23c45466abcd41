package io.orgstead.testkit.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An adapter's public face: one factory, its settings, and what the settings are made of. */
final class ExposureRule {

    private final HexagonLayout layout;

    ExposureRule(HexagonLayout layout) {
        this.layout = layout;
    }

    ArchRule adaptersExposeOnlyFactoryAndSettings() {
        return ClassCondition.rule(
                "public types of adapters",
                type -> layout.adapterOf(type).isPresent() && isExposed(type),
                "are one *Adapter or *Adapters, *Settings, or parts of settings",
                this::faults);
    }

    private Stream<String> faults(JavaClass type) {
        if (isFactory(type)) {
            return neighbours(type)
                    .filter(other -> isFactory(other) && !other.equals(type))
                    .map(other -> type.getName() + " is public beside another factory, " + other.getName());
        }
        return isSettings(type)
                        || neighbours(type)
                                .filter(ExposureRule::isSettings)
                                .anyMatch(settings -> isPart(type, settings))
                ? Stream.empty()
                : Stream.of(type.getName() + " is public, but neither factory nor settings");
    }

    /** The exposed types of the same adapter, as far as they were imported. */
    private Stream<JavaClass> neighbours(JavaClass type) {
        JavaClass top = outermost(type);
        return top.getPackage().getClassesInPackageTree().stream()
                .filter(other -> layout.adapterOf(other).equals(layout.adapterOf(type)) && isExposed(other));
    }

    private static boolean isFactory(JavaClass type) {
        return isTop(type)
                && (type.getSimpleName().endsWith("Adapters")
                        || type.getSimpleName().endsWith("Adapter"));
    }

    private static boolean isSettings(JavaClass type) {
        return isTop(type) && type.getSimpleName().endsWith("Settings");
    }

    /** Whether settings cannot be made or read without a type. */
    private static boolean isPart(JavaClass type, JavaClass settings) {
        return settings.getCodeUnits().stream()
                .filter(codeUnit -> codeUnit.getModifiers().contains(PUBLIC))
                .flatMap(codeUnit -> mentioned(codeUnit).stream())
                .anyMatch(type::equals);
    }

    static Set<JavaClass> mentioned(JavaCodeUnit codeUnit) {
        Stream<JavaType> types = Stream.concat(
                Stream.concat(Stream.of(codeUnit.getReturnType()), codeUnit.getParameterTypes().stream()),
                codeUnit.getExceptionTypes().stream());
        return types.flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .map(JavaClass::getBaseComponentType)
                .collect(Collectors.toSet());
    }

    /** Visible from outside; a nested type of an allowed one counts as a part of it. */
    private static boolean isExposed(JavaClass type) {
        return isTop(type) && type.getModifiers().contains(PUBLIC);
    }

    private static boolean isTop(JavaClass type) {
        return type.getEnclosingClass().isEmpty();
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ExposureRule::outermost).orElse(type);
    }
}
