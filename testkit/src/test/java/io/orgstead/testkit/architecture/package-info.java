/** Each rule holds for a clean hexagon, and fails on one that breaks it. */
@NullMarked
package io.orgstead.testkit.architecture;

import org.jspecify.annotations.NullMarked;
