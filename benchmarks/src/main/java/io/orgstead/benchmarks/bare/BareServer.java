package io.orgstead.benchmarks.bare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The process of a ceiling. What it needs is in its environment, where no other user of the machine reads it:
 * {@value #ANSWER}, or {@value #FILE}, or {@value #URI} and {@value #DATABASE}.
 */
public final class BareServer {

    /** What to answer. */
    public static final String ANSWER = "BENCHMARKS_ANSWER";

    /** SQLite's file. */
    public static final String FILE = "BENCHMARKS_SQLITE_FILE";

    /** Where MongoDB is. */
    public static final String URI = "BENCHMARKS_MONGODB_URI";

    /** MongoDB's database. */
    public static final String DATABASE = "BENCHMARKS_MONGODB_DATABASE";

    /** The kinds of ceilings. */
    public enum Kind {
        /** A constant answer by Javalin. */
        JAVALIN,
        /** A constant answer by Jetty. */
        JETTY,
        /** Javalin, and SQLite's driver. */
        JAVALIN_SQLITE,
        /** Javalin, and MongoDB's driver. */
        JAVALIN_MONGODB
    }

    private BareServer() {}

    /** Serves until its input ends, which it does with the process that started it. */
    public static void main(List<String> arguments) throws Exception {
        int port = switch (Kind.valueOf(arguments.get(0))) {
            case JAVALIN -> BareJavalin.constant(answer());
            case JETTY -> BareJetty.constant(answer());
            case JAVALIN_SQLITE -> BareJavalin.finding(SqliteFind.open(Path.of(variable(FILE))));
            case JAVALIN_MONGODB -> BareJavalin.finding(MongoFind.connect(variable(URI), variable(DATABASE)));
        };
        System.out.println("a ceiling is ready on http://127.0.0.1:" + port + " ");
        awaitEndOfInput();
        System.exit(0);
    }

    private static void awaitEndOfInput() throws IOException {
        while (System.in.read() >= 0) {
            // What is said does not matter.
        }
    }

    private static byte[] answer() {
        return variable(ANSWER).getBytes(StandardCharsets.UTF_8);
    }

    private static String variable(String name) {
        return Optional.ofNullable(System.getenv(name))
                .orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }
}
