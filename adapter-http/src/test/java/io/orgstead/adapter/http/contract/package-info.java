/** Holds what tests send and receive against the OpenAPI document. For the tests of other modules, too. */
@NullMarked
package io.orgstead.adapter.http.contract;

import org.jspecify.annotations.NullMarked;
