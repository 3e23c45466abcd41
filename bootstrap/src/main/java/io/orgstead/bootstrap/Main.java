package io.orgstead.bootstrap;

import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;

/** Stands here until the module's first class does. */
public final class Main {
    private Main() {}

    /** Says what is aboard. */
    public static void main(String[] args) {
        LoggerContext logs = (LoggerContext) LoggerFactory.getILoggerFactory();
        logs.getLogger(Main.class)
                .info(
                        "Orgstead {}: SQLite {}, {}, {}, {}",
                        Main.class.getPackage().getImplementationVersion(),
                        io.orgstead.adapter.sqlite.SkeletonPlaceholder.version(),
                        io.orgstead.adapter.security.SkeletonPlaceholder.libraries(),
                        io.orgstead.adapter.mongo.SkeletonPlaceholder.libraries(),
                        io.orgstead.adapter.http.SkeletonPlaceholder.libraries());
    }
}
