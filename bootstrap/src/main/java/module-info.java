/** The composition root. */
@SuppressWarnings("requires-automatic") // The encoder of JSON lines has no name but that of its file.
module io.orgstead.bootstrap {
    requires io.orgstead.adapter.audit;
    requires io.orgstead.adapter.http;
    requires io.orgstead.adapter.metrics;
    requires io.orgstead.adapter.mongo;
    requires io.orgstead.adapter.schema;
    requires io.orgstead.adapter.security;
    requires io.orgstead.adapter.sqlite;
    requires io.orgstead.adapter.tracing;
    requires io.orgstead.application;
    requires io.orgstead.extendedjson;
    requires info.picocli;
    requires org.slf4j;
    requires ch.qos.logback.classic;
    requires ch.qos.logback.core;
    requires logback.ecs.encoder;

    provides ch.qos.logback.classic.spi.Configurator with
            io.orgstead.bootstrap.LogConfigurator;

    requires static transitive org.jspecify;
}
