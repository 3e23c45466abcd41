/** The audit log as lines of a logger of its own. */
@NullMarked
package io.orgstead.adapter.audit;

import org.jspecify.annotations.NullMarked;
