/** Every refusal and every failure the core can report, as one closed family. */
@NullMarked
package io.orgstead.domain.failure;

import org.jspecify.annotations.NullMarked;
