/** Rounds of requests, and the figures they give. */
@NullMarked
package io.orgstead.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
