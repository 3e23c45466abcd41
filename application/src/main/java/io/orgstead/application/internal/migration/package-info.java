/** How a whole installation is copied to another store while it is used. */
@NullMarked
package io.orgstead.application.internal.migration;

import org.jspecify.annotations.NullMarked;
