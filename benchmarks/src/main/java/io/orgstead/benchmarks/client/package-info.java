/** An HTTP client that costs next to nothing, as it shares the processors with what is measured. */
@NullMarked
package io.orgstead.benchmarks.client;

import org.jspecify.annotations.NullMarked;
