@NullMarked
package io.orgstead.bootstrap.backup;

import org.jspecify.annotations.NullMarked;
