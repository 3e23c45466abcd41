package io.orgstead.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What this module can see of Orgstead itself: the domain, and a contract for each of its ports. */
class OwnDomainTest {

    private final HexagonRules rules = new HexagonRules(HexagonLayout.ofOrgstead());
    private final JavaClasses code = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.orgstead");

    @Test
    void domainKeepsEveryRule() {
        assertThat(code.containPackage("io.orgstead.domain.port")).isTrue();
        rules.forCode().forEach(rule -> rule.check(code));
    }

    @Test
    void everyPortHasAContract() {
        rules.everyPortHasAContract(code).check(code);
    }
}
