/** The channel between commands and the server. */
@NullMarked
package io.orgstead.bootstrap.control;

import org.jspecify.annotations.NullMarked;
