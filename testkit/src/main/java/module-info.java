/**
 * For those who write an adapter or embed Orgstead: a contract suite for every port, the hexagon's architecture rules,
 * and helpers for tests.
 */
module io.orgstead.testkit {
    requires transitive io.orgstead.domain;
    requires transitive com.tngtech.archunit;
    requires transitive org.junit.jupiter.api;
    requires org.assertj.core;
    requires org.junit.jupiter.params;
    requires static transitive org.jspecify;

    exports io.orgstead.testkit;
    exports io.orgstead.testkit.architecture;
    exports io.orgstead.testkit.contract;

    // JUnit calls the suites' test methods, which are not public.
    opens io.orgstead.testkit.contract to
            org.junit.platform.commons;
}
