/** An application that has Orgstead's core inside. */
@NullMarked
package example;

import org.jspecify.annotations.NullMarked;
