/** The file that a backup is: gzip of lines of JSON. */
@NullMarked
package io.orgstead.bootstrap.backup;

import org.jspecify.annotations.NullMarked;
