/** Tiny ports in memory, correct and easy to break: what the suites are tried on. */
@NullMarked
package io.orgstead.testkit.reference;

import org.jspecify.annotations.NullMarked;
