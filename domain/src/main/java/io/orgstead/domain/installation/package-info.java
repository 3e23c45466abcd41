/** An installation as a whole: all organizations in one store. */
@NullMarked
package io.orgstead.domain.installation;

import org.jspecify.annotations.NullMarked;
