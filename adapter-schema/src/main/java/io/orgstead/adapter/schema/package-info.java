/** JSON Schema by a library, within bounds. */
@NullMarked
package io.orgstead.adapter.schema;

import org.jspecify.annotations.NullMarked;
