/** The composition root. */
module io.orgstead.bootstrap {
    requires io.orgstead.adapter.audit;
    requires io.orgstead.adapter.http;
    requires io.orgstead.adapter.metrics;
    requires io.orgstead.adapter.mongo;
    requires io.orgstead.adapter.security;
    requires io.orgstead.adapter.sqlite;
    requires io.orgstead.adapter.tracing;
    requires io.orgstead.application;
    requires org.slf4j;
    requires ch.qos.logback.classic;
    requires ch.qos.logback.core;
    requires static transitive org.jspecify;
}
