@NullMarked
package io.orgstead.extendedjson;

import org.jspecify.annotations.NullMarked;
