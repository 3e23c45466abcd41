/** What can be done with an organization's own documents: an interface per use case, each safe for use by any number of threads. */
@NullMarked
package io.orgstead.application.usecase.data;

import org.jspecify.annotations.NullMarked;
