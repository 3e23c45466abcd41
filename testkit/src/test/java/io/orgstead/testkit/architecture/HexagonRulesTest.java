package io.orgstead.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class HexagonRulesTest {

    private static final Fixture CLEAN = new Fixture("clean");

    @Test
    void cleanHexagonKeepsEveryRule() {
        assertThat(CLEAN.code()).hasSizeGreaterThan(10);
        assertThat(CLEAN.broken()).isEmpty();
        assertThat(CLEAN.rules()
                        .everyPortHasAContract(CLEAN.trials())
                        .evaluate(CLEAN.code())
                        .hasViolation())
                .isFalse();
        assertThat(CLEAN.rules()
                        .everyImplementationRunsItsContract(CLEAN.trials())
                        .evaluate(CLEAN.code())
                        .hasViolation())
                .isFalse();
    }

    static Stream<Arguments> violations() {
        return Stream.of(
                violation("domainoutside", HexagonRules::domainStandsAlone),
                violation("mutabledomain", HexagonRules::domainIsImmutable),
                violation("applicationoutside", HexagonRules::applicationKnowsOnlyTheDomain),
                violation("besideoutside", HexagonRules::librariesBesideKnowOnlyTheDomain),
                violation("adaptertoadapter", HexagonRules::adaptersIgnoreEachOther),
                violation("driventoapplication", HexagonRules::drivenAdaptersIgnoreTheApplication),
                violation("exposed", HexagonRules::adaptersExposeOnlyFactoryAndSettings),
                violation("strayedlibrary", HexagonRules::librariesStayAtHome),
                violation("dependsonrim", HexagonRules::nothingDependsOnTheRim),
                violation("cycle", HexagonRules::packagesAreFreeOfCycles),
                violation("portclass", HexagonRules::portsArePlainInterfaces));
    }

    private static Arguments violation(String fixture, Function<HexagonRules, ArchRule> rule) {
        return Arguments.of(fixture, rule);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("violations")
    void brokenRuleAndNoOtherReportsWhoBreaksIt(String name, Function<HexagonRules, ArchRule> rule) {
        Fixture fixture = new Fixture(name);
        ArchRule broken = rule.apply(fixture.rules());

        assertThat(fixture.bad()).isNotEmpty();
        assertThat(fixture.reportedBy(broken)).containsAll(fixture.bad());
        assertThat(fixture.broken()).containsExactly(broken.getDescription());
    }

    @Test
    void innocentClassesAreNotReported() {
        assertThat(new Fixture("strayedlibrary")
                        .reportedBy(new Fixture("strayedlibrary").rules().librariesStayAtHome()))
                .containsExactly("BadUser");
        assertThat(new Fixture("driventoapplication")
                        .reportedBy(new Fixture("driventoapplication").rules().drivenAdaptersIgnoreTheApplication()))
                .doesNotContain("Caller");
        assertThat(new Fixture("portclass")
                        .reportedBy(new Fixture("portclass").rules().portsArePlainInterfaces()))
                .doesNotContain("Fine");
    }

    /** What no rule but two must report: a type that is not plain in a port is not plain in the domain either. */
    @Test
    void libraryInAPortsSignatureIsReported() {
        Fixture fixture = new Fixture("portsignature");
        ArchRule plainPorts = fixture.rules().portsArePlainInterfaces();

        assertThat(fixture.reportedBy(plainPorts)).containsAll(fixture.bad());
        assertThat(fixture.broken())
                .containsExactlyInAnyOrder(
                        plainPorts.getDescription(),
                        fixture.rules().domainStandsAlone().getDescription());
    }

    @ParameterizedTest
    @EnumSource
    void impurityIsReportedWhereItIsNotAllowed(Impurity impurity) {
        Fixture fixture = new Fixture("impure");
        ArchRule rule = fixture.rules().isAskedOnlyWhereAllowed(impurity);

        assertThat(fixture.reportedBy(rule)).hasSize(1).isSubsetOf(fixture.bad());
        assertThat(fixture.broken()).contains(rule.getDescription()).hasSize(Impurity.values().length);
    }

    @Test
    void everyWayToAskForAnImpurityIsReported() {
        HexagonRules rules = new Fixture("impure").rules();

        assertThat(details(rules.isAskedOnlyWhereAllowed(Impurity.WALL_CLOCK))).hasSize(6);
        assertThat(details(rules.isAskedOnlyWhereAllowed(Impurity.MONOTONIC_CLOCK)))
                .hasSize(1);
        assertThat(details(rules.isAskedOnlyWhereAllowed(Impurity.ENVIRONMENT))).hasSize(4);
        assertThat(details(rules.isAskedOnlyWhereAllowed(Impurity.RANDOMNESS))).hasSize(6);
    }

    private static List<String> details(ArchRule rule) {
        return rule.evaluate(new Fixture("impure").code()).getFailureReport().getDetails();
    }

    @Test
    void portWithoutContractIsReported() {
        Fixture fixture = new Fixture("untested");

        assertThat(fixture.reportedBy(fixture.rules().everyPortHasAContract(fixture.trials())))
                .containsExactly("BadPort");
    }

    @Test
    void implementationWithoutATestOfItsContractIsReported() {
        Fixture fixture = new Fixture("untested");

        assertThat(fixture.reportedBy(fixture.rules().everyImplementationRunsItsContract(fixture.trials())))
                .containsExactly("BadOrders");
    }
}
