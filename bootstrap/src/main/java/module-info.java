/** The composition root. */
module io.orgstead.bootstrap {
    requires io.orgstead.adapter.http;
    requires io.orgstead.adapter.mongo;
    requires io.orgstead.adapter.security;
    requires io.orgstead.adapter.sqlite;
    requires io.orgstead.application;
    requires info.picocli;
    requires org.slf4j;
    requires ch.qos.logback.classic;
    requires ch.qos.logback.core;
    requires static transitive org.jspecify;
}
