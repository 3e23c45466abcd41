/** What is asked of the server, a route each. */
@NullMarked
package io.orgstead.benchmarks.load.scenario;

import org.jspecify.annotations.NullMarked;
