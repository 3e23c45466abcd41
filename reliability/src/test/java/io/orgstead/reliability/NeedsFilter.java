package io.orgstead.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Leaves out what this machine does not have the means for, and what is run by command only. Such tests are not part of the run
 * at all: they are not reported as skipped, which would count as a failure.
 */
public final class NeedsFilter implements PostDiscoveryFilter {

    /** {@code ORGSTEAD_TEST_MONGODB_URI} names a MongoDB. */
    public static final String MONGODB = "needs-mongodb";

    /** {@code ORGSTEAD_TEST_MONGODB_START} names a program that starts one: see {@code MongoEngine}. */
    public static final String MONGODB_PROGRAM = "needs-mongodb-program";

    /** Linux, and the right to mount. */
    public static final String ROOT = "needs-root";

    /** Linux, and a C compiler. */
    public static final String C_COMPILER = "needs-c-compiler";

    /** {@code -Dorgstead.crash.all=true}, since it takes its time. */
    public static final String TIME = "needs-time";

    private static final Map<String, BooleanSupplier> MEANS = Map.of(
            MONGODB, () -> System.getenv("ORGSTEAD_TEST_MONGODB_URI") != null,
            MONGODB_PROGRAM, () -> System.getenv("ORGSTEAD_TEST_MONGODB_START") != null,
            ROOT, NeedsFilter::mayMount,
            C_COMPILER, () -> Files.exists(Path.of("/proc/self/exe")) && Files.exists(Path.of("/usr/bin/cc")),
            TIME, () -> Boolean.getBoolean("orgstead.crash.all"));

    /** Tried where nobody else sees it: in a namespace that ends with the try. */
    private static boolean mayMount() {
        try {
            return new ProcessBuilder("unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/tmp")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // There is no such program.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public FilterResult apply(TestDescriptor test) {
        return FilterResult.includedIf(test.getTags().stream()
                .map(TestTag::getName)
                .allMatch(tag -> !MEANS.containsKey(tag) || MEANS.get(tag).getAsBoolean()));
    }
}
