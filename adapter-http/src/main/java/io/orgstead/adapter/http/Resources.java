package io.orgstead.adapter.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what is in the jar. */
final class Resources {

    private Resources() {}

    /** Reads a file beside a class. */
    static byte[] read(Class<?> neighbour, String file) {
        return read(file, neighbour::getResourceAsStream);
    }

    /** Reads a file of another jar, by its path in there. Only files outside of packages can be read like this. */
    static byte[] readFromAnyJar(String path) {
        return read(path, Resources.class.getClassLoader()::getResourceAsStream);
    }

    private static byte[] read(String name, Function<String, @Nullable InputStream> opener) {
        try (InputStream in = opener.apply(name)) {
            if (in == null) {
                throw new IllegalStateException("not in the jar: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("not readable: " + name, e);
        }
    }
}
