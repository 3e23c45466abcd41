/**
 * The driving adapter for HTTP. {@link io.orgstead.adapter.http.HttpAdapter} is the way in; everything that comes from a
 * client is checked here before the core sees it, and everything that the core refuses becomes a problem document (RFC
 * 9457).
 */
@NullMarked
package io.orgstead.adapter.http;

import org.jspecify.annotations.NullMarked;
