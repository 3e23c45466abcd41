package io.orgstead.testkit.contract;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** A suite run inside a test, and which of its test methods passed and failed. */
record SuiteRun(List<String> passed, List<String> failed) {

    static SuiteRun of(Class<?> suite) {
        return of(selectClass(suite));
    }

    /** Runs the test method of a name only. */
    static SuiteRun of(Class<?> suite, String testMethod) {
        Method method = ReflectionSupport.findMethods(
                        suite, m -> m.getName().equals(testMethod), HierarchyTraversalMode.BOTTOM_UP)
                .get(0);
        return of(selectMethod(suite, method));
    }

    private static SuiteRun of(DiscoverySelector selector) {
        Events tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selector)
                .execute()
                .testEvents();
        return new SuiteRun(names(tests.succeeded()), names(tests.failed()));
    }

    private static List<String> names(Events events) {
        return events.stream()
                .map(Event::getTestDescriptor)
                .map(SuiteRun::methodName)
                .distinct()
                .toList();
    }

    private static String methodName(TestDescriptor test) {
        return ((MethodSource) test.getSource().orElseThrow()).getMethodName();
    }
}
