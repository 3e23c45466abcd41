/** Tests over real HTTP, and the little that they need. */
@NullMarked
package io.orgstead.adapter.http;

import org.jspecify.annotations.NullMarked;
