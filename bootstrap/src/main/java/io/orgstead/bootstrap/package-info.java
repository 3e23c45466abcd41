/** The composition root. */
@NullMarked
package io.orgstead.bootstrap;

import org.jspecify.annotations.NullMarked;
