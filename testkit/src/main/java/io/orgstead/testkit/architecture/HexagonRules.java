package io.orgstead.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules of a hexagon. Import the classes of all its modules (without tests), and check each of {@link #forCode()};
 * then the two rules on contracts, which need to see the suites and the tests as well. A rule holds where there is nothing
 * for it to look at, so that single modules can be checked too. Immutable and safe for use by any number of threads.
 */
public final class HexagonRules {

    private final DependencyRules dependencies;
    private final PortRules ports;
    private final ExposureRule exposure;
    private final CodeRules code;

    /**
     * The rules for a hexagon.
     *
     * @param layout where its parts are
     */
    public HexagonRules(HexagonLayout layout) {
        dependencies = new DependencyRules(layout);
        ports = new PortRules(layout);
        exposure = new ExposureRule(layout);
        code = new CodeRules(layout);
    }

    /**
     * All rules that need nothing but the code itself.
     *
     * @return the rules of this class without arguments, and the one on each {@link Impurity}
     */
    public List<ArchRule> forCode() {
        return Stream.concat(
                        Stream.of(
                                domainStandsAlone(),
                                domainIsImmutable(),
                                applicationKnowsOnlyTheDomain(),
                                librariesBesideKnowOnlyTheDomain(),
                                adaptersIgnoreEachOther(),
                                drivenAdaptersIgnoreTheApplication(),
                                adaptersExposeOnlyFactoryAndSettings(),
                                librariesStayAtHome(),
                                nothingDependsOnTheRim(),
                                packagesAreFreeOfCycles(),
                                portsArePlainInterfaces()),
                        Arrays.stream(Impurity.values()).map(this::isAskedOnlyWhereAllowed))
                .toList();
    }

    /**
     * The domain depends on itself, nullness annotations and {@code java..} only, and there not on files, networks,
     * databases and reflection.
     *
     * @return the rule, to be checked on the code
     */
    public ArchRule domainStandsAlone() {
        return dependencies.domainStandsAlone();
    }

    /**
     * The domain's fields are final and no arrays, and it has no setters.
     *
     * @return the rule, to be checked on the code
     */
    public ArchRule domainIsImmutable() {
        return code.domainIsImmutable();
    }

    /**
     * The application depends on itself, the domain, nullness annotations and {@code java..} only.
     *
     * @return the rule, to be checked on the code
     */
    public ArchRule applicationKnowsOnlyTheDomain() {
        return dependencies.applicationKnowsOnlyTheDomain();
    }

    /**
     * What is in no part of the hexagon depends on itself, the domain, nullness annotations, {@code java..} and libraries of
     * the layout only.
     *
     * @return the rule, to be checked on the code
     */
    public ArchRule librariesBesideKnowOnlyTheDomain() {
        return dependencies.librariesBesideKnowOnlyTheDomain();
    }

    /**
     * No adapter depends on another.
     *
     * @return the rule, to be checked on the code
     */
    public ArchRule adaptersIgnoreEachOther() {
        return dependencies.adaptersIgnoreEachOther();
    }

    /**
     * No adapter depends on the application, but for the driving ones of the layout.
     *
     * @return the rule, to be checked on the code
     */
    public ArchRule drivenAdaptersIgnoreTheApplication() {
        return dependencies.drivenAdaptersIgnoreTheApplication();
    }

    /**
     * An adapter's public types are one factory ({@code *Adapter} or {@code *Adapters}), {@code *Settings}, and types that
     * public signatures of the settings mention.
     *
     * @return the rule, to be checked on the code
     */
    public ArchRule adaptersExposeOnlyFactoryAndSettings() {
        return exposure.adaptersExposeOnlyFactoryAndSettings();
    }

    /**
     * A library of the layout is used only in its place.
     *
     * @return the rule, to be checked on the code
     */
    public ArchRule librariesStayAtHome() {
        return dependencies.librariesStayAtHome();
    }

    /**
     * Nothing depends on {@code bootstrap} and {@code testkit} but these two themselves.
     *
     * @return the rule, to be checked on the code
     */
    public ArchRule nothingDependsOnTheRim() {
        return dependencies.nothingDependsOnTheRim();
    }

    /**
     * No package depends on itself through others.
     *
     * @return the rule, to be checked on the code
     */
    public ArchRule packagesAreFreeOfCycles() {
        return dependencies.packagesAreFreeOfCycles();
    }

    /**
     * What lies in {@code domain.port} is an interface, or an enum for its answers, and signatures there use only
     * {@code java..} and the domain.
     *
     * @return the rule, to be checked on the code
     */
    public ArchRule portsArePlainInterfaces() {
        return ports.portsArePlainInterfaces();
    }

    /**
     * An impurity is asked for only where the layout allows it.
     *
     * @param impurity what is asked for
     * @return the rule, to be checked on the code
     */
    public ArchRule isAskedOnlyWhereAllowed(Impurity impurity) {
        return code.isAskedOnlyWhereAllowed(impurity);
    }

    /**
     * Every port {@code X} has an abstract suite {@code XContract}.
     *
     * @param contracts classes among which the suites are
     * @return the rule, to be checked on the code
     */
    public ArchRule everyPortHasAContract(JavaClasses contracts) {
        return ports.everyPortHasAContract(contracts);
    }

    /**
     * Every implementation of a port {@code X} in an adapter has a test in its own package which extends
     * {@code XContract} and whose name (or whose outer class's name) begins with the implementation's.
     *
     * @param tests classes among which the tests are
     * @return the rule, to be checked on the code
     */
    public ArchRule everyImplementationRunsItsContract(JavaClasses tests) {
        return ports.everyImplementationRunsItsContract(tests);
    }
}
