/** What the core needs from the outside. One port call is one atomic business step. */
@NullMarked
package io.orgstead.domain.port;

import org.jspecify.annotations.NullMarked;
