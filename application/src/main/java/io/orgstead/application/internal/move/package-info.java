/** How an organization's documents are copied to another home while they are read and written. */
@NullMarked
package io.orgstead.application.internal.move;

import org.jspecify.annotations.NullMarked;
