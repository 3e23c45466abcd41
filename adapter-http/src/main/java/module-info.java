/** The REST interface: Javalin routes on Jetty, problem details, and the filters at the edge. */
module io.orgstead.adapter.http {
    requires transitive io.orgstead.application;
    requires io.orgstead.extendedjson;
    requires com.fasterxml.jackson.databind;
    requires io.javalin;
    requires jakarta.servlet;
    requires kotlin.stdlib;
    requires org.eclipse.jetty.alpn.server;
    requires org.eclipse.jetty.ee10.servlet;
    requires org.eclipse.jetty.http;
    requires org.eclipse.jetty.http2.server;
    requires org.eclipse.jetty.io;
    requires org.eclipse.jetty.server;
    requires org.eclipse.jetty.util;
    requires org.slf4j;
    requires swagger.ui;
    requires static transitive org.jspecify;

    exports io.orgstead.adapter.http;
}
