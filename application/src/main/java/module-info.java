/** The use cases: they orchestrate the domain and its ports, and know nothing of what stands behind them. */
module io.orgstead.application {
    requires transitive io.orgstead.domain;
    requires static transitive org.jspecify;

    exports io.orgstead.application;
    exports io.orgstead.application.usecase;
    exports io.orgstead.application.usecase.backup;
    exports io.orgstead.application.usecase.data;
}
