/** The handlers behind the use cases. Not exported. */
@NullMarked
package io.orgstead.application.internal;

import org.jspecify.annotations.NullMarked;
