/** The ceilings: what the libraries do without Orgstead around them. */
@NullMarked
package io.orgstead.benchmarks.bare;

import org.jspecify.annotations.NullMarked;
