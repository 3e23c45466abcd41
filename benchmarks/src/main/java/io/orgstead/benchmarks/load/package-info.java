/** The load harness: experiments on a server of its own, beside the ceilings that bound it. */
@NullMarked
package io.orgstead.benchmarks.load;

import org.jspecify.annotations.NullMarked;
