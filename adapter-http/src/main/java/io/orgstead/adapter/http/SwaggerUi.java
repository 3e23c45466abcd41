package io.orgstead.adapter.http;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Files of Swagger UI, which come in a jar of their own (a WebJar). */
final class SwaggerUi {

    private static final String DESCRIPTOR = "META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final String FOLDER = "META-INF/resources/webjars/swagger-ui/";

    private SwaggerUi() {}

    static byte[] read(String file) {
        return Resources.readFromAnyJar(FOLDER + version() + "/" + file);
    }

    private static String version() {
        Properties descriptor = new Properties();
        try {
            descriptor.load(
                    new StringReader(new String(Resources.readFromAnyJar(DESCRIPTOR), StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return descriptor.getProperty("version");
    }
}
