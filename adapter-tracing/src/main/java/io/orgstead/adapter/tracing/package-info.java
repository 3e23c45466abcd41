/** Traces of requests and of store calls, with OpenTelemetry. */
@NullMarked
package io.orgstead.adapter.tracing;

import org.jspecify.annotations.NullMarked;
