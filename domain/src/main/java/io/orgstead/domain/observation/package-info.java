/** What is told to those who watch the service from outside: values without names, addresses or secrets. */
@NullMarked
package io.orgstead.domain.observation;

import org.jspecify.annotations.NullMarked;
