/** The processes that are measured. */
@NullMarked
package io.orgstead.benchmarks.process;

import org.jspecify.annotations.NullMarked;
