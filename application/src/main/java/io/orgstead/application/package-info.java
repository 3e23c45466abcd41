/** The façade that an embedding application builds from ports. */
@NullMarked
package io.orgstead.application;

import org.jspecify.annotations.NullMarked;
