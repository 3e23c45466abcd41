@NullMarked
package io.orgstead.adapter.audit;

import org.jspecify.annotations.NullMarked;
