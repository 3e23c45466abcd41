/** The composition root. */
module io.orgstead.bootstrap {
    requires io.orgstead.adapter.http;
    requires io.orgstead.adapter.mongo;
    requires io.orgstead.adapter.security;
    requires io.orgstead.adapter.sqlite;
    requires io.orgstead.application;
    requires org.slf4j;
    requires ch.qos.logback.classic;
    requires ch.qos.logback.core;
    provides ch.qos.logback.classic.spi.Configurator with
            io.orgstead.bootstrap.LogConfigurator;

    requires static transitive org.jspecify;
}
