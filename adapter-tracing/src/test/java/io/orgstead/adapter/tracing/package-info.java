@NullMarked
package io.orgstead.adapter.tracing;

import org.jspecify.annotations.NullMarked;
