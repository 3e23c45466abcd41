/** What is measured, for Prometheus, with Micrometer. */
@NullMarked
package io.orgstead.adapter.metrics;

import org.jspecify.annotations.NullMarked;
