/**
 * Proof that the lifecycle survives crashes and races, on every store: a crash at every port call, SIGKILL at any
 * moment, and threads racing for the same thing.
 */
@NullMarked
package io.orgstead.lifecycle;

import org.jspecify.annotations.NullMarked;
