package io.orgstead.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * A small hexagon below {@code fixtures}. Classes named {@code Bad...} break a rule, classes named {@code ...Trial} stand
 * for tests. Its driving adapter is {@code web}; AssertJ stands for a library that belongs to its adapter {@code store}.
 */
record Fixture(String name) {

    private static final String FIXTURES = "io.orgstead.testkit.fixtures.";

    /** Importing reads what a class mentions of the JDK too, and takes its time. */
    private static final Map<String, JavaClasses> IMPORTED = new ConcurrentHashMap<>();

    HexagonRules rules() {
        return new HexagonRules(HexagonLayout.below(FIXTURES + name)
                .withDrivingAdapters(Set.of("web"))
                .withLibraries(
                        Map.of("org.assertj", Set.of("adapter.store"), "org.assertj.core.none", Set.of("nowhere"))));
    }

    JavaClasses code() {
        return IMPORTED.computeIfAbsent(
                name,
                fixture -> new ClassFileImporter()
                        .withImportOption(location -> !location.contains("Trial"))
                        .importPackages(FIXTURES + fixture));
    }

    JavaClasses trials() {
        return new ClassFileImporter()
                .withImportOption(location -> location.contains("Trial") || location.contains("contracts"))
                .importPackages(FIXTURES + name, FIXTURES + "contracts");
    }

    /** The classes that must be reported. */
    Set<String> bad() {
        return code().stream()
                .map(JavaClass::getSimpleName)
                .filter(name -> name.startsWith("Bad"))
                .collect(Collectors.toSet());
    }

    /** The descriptions of the rules that fail. */
    List<String> broken() {
        JavaClasses code = code();
        return rules().forCode().stream()
                .filter(rule -> rule.evaluate(code).hasViolation())
                .map(ArchRule::getDescription)
                .toList();
    }

    /** The classes that a rule reports. */
    Set<String> reportedBy(ArchRule rule) {
        EvaluationResult result = rule.evaluate(code());
        String report = String.join("\n", result.getFailureReport().getDetails());
        return code().stream()
                .filter(type -> report.matches("(?s).*\\b" + type.getName().replace(".", "\\.") + "\\b.*"))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());
    }
}
