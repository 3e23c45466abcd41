/** JMH benchmarks of what is hot. Those of what is package-private are in the packages of that. */
@NullMarked
package io.orgstead.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
