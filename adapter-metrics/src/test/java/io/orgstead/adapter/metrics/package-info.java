@NullMarked
package io.orgstead.adapter.metrics;

import org.jspecify.annotations.NullMarked;
