package io.orgstead.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.orgstead.testkit.architecture.HexagonLayout;
import io.orgstead.testkit.architecture.HexagonRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Orgstead keeps the rules that it publishes. */
class ArchitectureTest {

    private static final Path REACTOR = Path.of("..").toAbsolutePath().normalize();
    private static final HexagonRules RULES = new HexagonRules(HexagonLayout.ofOrgstead());
    private static final JavaClasses CODE = classes("classes");

    static List<ArchRule> rules() {
        return RULES.forCode();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(ArchRule rule) {
        rule.check(CODE);
    }

    @Test
    void everyPortHasAContract() {
        RULES.everyPortHasAContract(CODE).check(CODE);
    }

    @Test
    void everyImplementationRunsItsContract() {
        RULES.everyImplementationRunsItsContract(classes("test-classes")).check(CODE);
    }

    @Test
    void seesEveryModule() {
        assertThat(modules()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(modules())
                .allSatisfy(module -> assertThat(CODE.stream()
                                .anyMatch(type -> type.getSource()
                                        .map(source -> source.getUri().getPath())
                                        .orElse("")
                                        .startsWith(module.toString())))
                        .as("classes of %s", module.getFileName())
                        .isTrue());
    }

    private static JavaClasses classes(String folder) {
        return new ClassFileImporter()
                .importPaths(modules().stream()
                        .map(module -> module.resolve("target").resolve(folder))
                        .filter(Files::isDirectory)
                        .toList());
    }

    /** Of the product: what only tries it, from outside, has no module descriptor and no place in the hexagon. */
    private static List<Path> modules() {
        try (Stream<Path> folders = Files.list(REACTOR)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("src/main/java/module-info.java")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
