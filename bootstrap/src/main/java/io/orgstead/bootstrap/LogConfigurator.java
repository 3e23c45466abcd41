package io.orgstead.bootstrap;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import co.elastic.logging.logback.EcsEncoder;

/**
 * Sets logging up as {@link LogFormat} says: to standard output, this software from INFO on, libraries when something is
 * wrong. Where no format is set, as in tests, it leaves that to Logback's files.
 *
 * <p>In code, because reading an XML file wakes up a parser and five hundred classes: a fifth of the whole start.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogConfigurator extends ContextAwareBase implements Configurator {

    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{24} - %msg%n";
    private static final String SERVICE = "orgstead";

    /** For Logback, which finds it as a service. */
    public LogConfigurator() {}

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        String format = System.getProperty(LogFormat.PROPERTY);
        if (format == null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(console(context, LogFormat.valueOf(format)));
        context.getLogger("io.orgstead").setLevel(Level.INFO);
        // What this software reports itself, once. Never DEBUG: the driver's command log has password hashes in it.
        context.getLogger("org.mongodb.driver").setLevel(Level.ERROR);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static ConsoleAppender<ILoggingEvent> console(LoggerContext context, LogFormat format) {
        Encoder<ILoggingEvent> encoder = encoder(format);
        encoder.setContext(context);
        encoder.start();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setName("console");
        console.setContext(context);
        console.setEncoder(encoder);
        console.start();
        return console;
    }

    private static Encoder<ILoggingEvent> encoder(LogFormat format) {
        if (format == LogFormat.JSON) {
            EcsEncoder encoder = new EcsEncoder();
            encoder.setServiceName(SERVICE);
            return encoder;
        }
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setPattern(PATTERN);
        return encoder;
    }
}
