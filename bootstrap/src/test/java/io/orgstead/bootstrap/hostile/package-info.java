/** Requests that nobody means well with, made from the OpenAPI document and a seed, and what watches over the answers. */
@NullMarked
package io.orgstead.bootstrap.hostile;

import org.jspecify.annotations.NullMarked;
