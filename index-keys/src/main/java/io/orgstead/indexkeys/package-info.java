/** What stores that keep the organizations' indexes by themselves enter in them, and which of the entries help a filter. */
@NullMarked
package io.orgstead.indexkeys;

import org.jspecify.annotations.NullMarked;
