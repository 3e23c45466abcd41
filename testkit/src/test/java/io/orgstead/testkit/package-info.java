/** The helpers do what they say. */
@NullMarked
package io.orgstead.testkit;

import org.jspecify.annotations.NullMarked;
