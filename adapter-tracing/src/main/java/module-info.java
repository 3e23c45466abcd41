/** Traces of requests and of store calls, with OpenTelemetry. */
module io.orgstead.adapter.tracing {
    requires transitive io.orgstead.domain;
    requires io.opentelemetry.api;
    requires io.opentelemetry.context;
    requires io.opentelemetry.sdk;
    requires io.opentelemetry.sdk.autoconfigure;
    requires io.opentelemetry.sdk.autoconfigure.spi;
    requires io.opentelemetry.sdk.common;
    requires io.opentelemetry.sdk.trace;
    requires static transitive org.jspecify;

    exports io.orgstead.adapter.tracing;
}
