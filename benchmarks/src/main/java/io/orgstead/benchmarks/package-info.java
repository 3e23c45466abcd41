/** The commands of benchmarks.jar. */
@NullMarked
package io.orgstead.benchmarks;

import org.jspecify.annotations.NullMarked;
