package io.orgstead.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** Ports are plain, and each of them has a contract that each of its implementations is tested by. */
final class PortRules {

    private static final String PORTS = "domain.port";
    private static final String CONTRACT = "Contract";

    private final HexagonLayout layout;

    PortRules(HexagonLayout layout) {
        this.layout = layout;
    }

    ArchRule portsArePlainInterfaces() {
        return ClassCondition.rule(
                "ports",
                type -> layout.isIn(type, PORTS) && isNamed(type),
                "are interfaces (or enums that they answer with) whose signatures use only java.. and the domain",
                type -> Stream.concat(shapeFaults(type), signatureFaults(type)));
    }

    ArchRule everyPortHasAContract(JavaClasses contracts) {
        return ClassCondition.rule(
                "every port",
                this::isPort,
                "has an abstract suite named *Contract",
                port -> contracts.stream().anyMatch(type -> isContract(type, port))
                        ? Stream.empty()
                        : Stream.of(port.getName() + " has no " + port.getSimpleName() + CONTRACT));
    }

    ArchRule everyImplementationRunsItsContract(JavaClasses tests) {
        return ClassCondition.rule(
                "every implementation of a port in an adapter",
                type -> layout.adapterOf(type).isPresent() && !isAbstract(type),
                "has a test whose name begins like its own and which extends the port's contract",
                type -> type.getAllRawInterfaces().stream()
                        .filter(this::isPort)
                        .filter(port -> tests.stream().noneMatch(test -> isTested(type, port, test)))
                        .map(port -> type.getName() + " has no test extending " + port.getSimpleName() + CONTRACT));
    }

    private boolean isPort(JavaClass type) {
        return layout.isIn(type, PORTS)
                && type.isInterface()
                && isNamed(type)
                && type.getEnclosingClass().isEmpty();
    }

    private static Stream<String> shapeFaults(JavaClass type) {
        return type.isInterface() || type.isEnum() || type.getEnclosingClass().isPresent()
                ? Stream.empty()
                : Stream.of(type.getName() + " is neither an interface nor an enum");
    }

    private Stream<String> signatureFaults(JavaClass type) {
        return type.getCodeUnits().stream()
                .flatMap(codeUnit -> ExposureRule.mentioned(codeUnit).stream()
                        .filter(used -> !layout.isIn(used, "domain") && !DependencyRules.isPlain(used))
                        .map(used -> codeUnit.getDescription() + " uses " + used.getName()));
    }

    private static boolean isContract(JavaClass type, JavaClass port) {
        return isAbstract(type) && type.getSimpleName().equals(port.getSimpleName() + CONTRACT);
    }

    private static boolean isTested(JavaClass implementation, JavaClass port, JavaClass test) {
        String place = implementation.getPackageName() + ".";
        String name = test.getName();
        return name.startsWith(place + implementation.getSimpleName())
                && !isAbstract(test)
                && test.getAllRawSuperclasses().stream().anyMatch(parent -> isContract(parent, port));
    }

    private static boolean isAbstract(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.ABSTRACT);
    }

    private static boolean isNamed(JavaClass type) {
        return !type.getSimpleName().equals("package-info");
    }
}
