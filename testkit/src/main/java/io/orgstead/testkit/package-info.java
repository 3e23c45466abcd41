/** Helpers for tests: a clock that stands still, races with one winner, and sample values. */
@NullMarked
package io.orgstead.testkit;

import org.jspecify.annotations.NullMarked;
