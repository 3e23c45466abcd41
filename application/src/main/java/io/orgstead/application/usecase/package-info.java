/** What can be done with Orgstead: an interface per use case, each safe for use by any number of threads. */
@NullMarked
package io.orgstead.application.usecase;

import org.jspecify.annotations.NullMarked;
