/** How commands reach the server that has the embedded store open. */
@NullMarked
package io.orgstead.bootstrap.control;

import org.jspecify.annotations.NullMarked;
