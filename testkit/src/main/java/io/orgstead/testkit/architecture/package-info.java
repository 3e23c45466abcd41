/** The hexagon's rules as ArchUnit rules, for any root package laid out like Orgstead's. */
@NullMarked
package io.orgstead.testkit.architecture;

import org.jspecify.annotations.NullMarked;
