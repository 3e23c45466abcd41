/** The organizations' own documents: values, filters, and the scope within which they are reached. */
@NullMarked
package io.orgstead.domain.data;

import org.jspecify.annotations.NullMarked;
