package io.orgstead.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the code of a part may do. */
final class CodeRules {

    private static final Pattern SETTER = Pattern.compile("set\\p{Upper}.*");

    private final HexagonLayout layout;

    CodeRules(HexagonLayout layout) {
        this.layout = layout;
    }

    ArchRule isAskedOnlyWhereAllowed(Impurity impurity) {
        Set<String> places = layout.impurities().getOrDefault(impurity, Set.of());
        return ClassCondition.rule(
                "the hexagon",
                type -> layout.isInside(type) && places.stream().noneMatch(place -> layout.isIn(type, place)),
                "asks for " + impurity + " only in " + places.stream().sorted().toList(),
                type -> type.getAccessesFromSelf().stream()
                        .filter(impurity::isAskedBy)
                        .map(JavaAccess::getDescription));
    }

    ArchRule domainIsImmutable() {
        return ClassCondition.rule(
                "the domain",
                type -> layout.isIn(type, "domain"),
                "is immutable: all fields are final and no arrays, and there are no setters",
                type -> Stream.concat(type.getFields().stream().filter(CodeRules::isMutable), setters(type))
                        .map(JavaMember::getDescription));
    }

    private static boolean isMutable(JavaField field) {
        return !field.getModifiers().contains(JavaModifier.SYNTHETIC)
                && (!field.getModifiers().contains(JavaModifier.FINAL)
                        || field.getRawType().isArray());
    }

    private static Stream<JavaMethod> setters(JavaClass type) {
        return type.getMethods().stream()
                .filter(method -> SETTER.matcher(method.getName()).matches());
    }
}
