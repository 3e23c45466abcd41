/**
 * One suite per port, in plain JUnit. The test of an implementation extends the suite of its port and says how to make
 * the port; every test of the suite must then pass. The suites use no assumptions: nothing is ever skipped.
 */
@NullMarked
package io.orgstead.testkit.contract;

import org.jspecify.annotations.NullMarked;
