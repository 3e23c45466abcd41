/**
 * A model check of the lifecycle: the real use cases on a store in memory, with every order of the port calls of two or
 * three instances, every point at which one of them may die or miss an answer, and every point at which leases may end.
 */
@NullMarked
package io.orgstead.application.model;

import org.jspecify.annotations.NullMarked;
