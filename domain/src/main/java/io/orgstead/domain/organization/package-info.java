/** Organizations and their admins: the aggregate, its lifecycle, and the values it is made of. */
@NullMarked
package io.orgstead.domain.organization;

import org.jspecify.annotations.NullMarked;
