package io.orgstead.adapter.mongo;

import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Leaves out what only a real MongoDB can do where there is none. Such tests are not part of the run at all: they are not
 * reported as skipped, which would count as a failure. Found by JUnit as a service, in Maven and in an IDE alike.
 */
public final class RealMongoFilter implements PostDiscoveryFilter {

    /** Marks what only a real MongoDB can do. */
    public static final String TAG = "real-mongodb";

    private static final TestTag REAL = TestTag.create(TAG);

    @Override
    public FilterResult apply(TestDescriptor test) {
        return FilterResult.includedIf(!test.getTags().contains(REAL) || MongoTarget.isReal());
    }
}
