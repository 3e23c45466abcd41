/** The handlers behind the use cases of the organizations' documents. */
@NullMarked
package io.orgstead.application.internal.data;

import org.jspecify.annotations.NullMarked;
