/** Who may act: principals, tokens, and how often a client may ask. */
@NullMarked
package io.orgstead.domain.access;

import org.jspecify.annotations.NullMarked;
